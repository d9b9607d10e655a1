import type { EngineName, Estimate, Result } from '../../result/result.js';
import type { Study, Verdict } from '../../study/study.js';
import { columnOrder, columnTitles, resultOf } from '../content/columns.js';
import { type MeasureLabel, measureLabel } from '../content/measure-label.js';
import { plain, title } from '../content/plain.js';
import type { FoundRun } from './found.js';

/** One run among others. */
export interface OverviewRow {
  readonly name: string;
  readonly href: string;
  /** The model that theory chose; empty where it has none. */
  readonly what: string;
  readonly finding: string;
  readonly verdict?: Verdict;
  readonly thresholds: Readonly<Record<'pass' | 'fail' | 'inconclusive', number>>;
  /** One for each column of the overview. */
  readonly estimates: readonly (Estimate | undefined)[];
}

export interface Overview {
  readonly columns: readonly { readonly label: MeasureLabel; readonly engine?: EngineName }[];
  readonly rows: readonly OverviewRow[];
}

/** The runs side by side: load, mean sojourn time by each engine that answered any of them, tail. */
export function overviewOf(runs: readonly FoundRun[]): Overview {
  const asked = columnOrder.filter(engine => runs.some(({ study }) => resultOf(study, engine)));
  const pick: readonly [string, EngineName | undefined][] = [
    ['utilisation', undefined],
    ...asked.map((engine): [string, EngineName] => ['meanSojourn', engine]),
    ['p99Sojourn', undefined],
  ];
  return {
    columns: pick.map(([name, engine]) => ({
      label: measureLabel(name),
      ...(engine !== undefined && { engine }),
    })),
    rows: runs.map(run => ({
      ...rowOf(run),
      estimates: pick.map(([name, engine]) => estimateIn(run.study, name, engine)),
    })),
  };
}

function rowOf({ study, href }: FoundRun): Omit<OverviewRow, 'estimates'> {
  const count = (wanted: string) => study.thresholds.filter(({ outcome }) => outcome === wanted).length;
  const verdict = study.comparisons.find(({ measure }) => measure === 'meanSojourn')?.verdict;
  return {
    name: title(study.scenario.name),
    href,
    what: study.results.map(nameOf).find(name => name !== undefined) ?? '',
    finding: plain(study.verdict[0] ?? '', 240),
    ...(verdict && { verdict }),
    thresholds: { pass: count('pass'), fail: count('fail'), inconclusive: count('inconclusive') },
  };
}

const nameOf = ({ model, engine }: Result): string | undefined =>
  engine === 'theory' && model !== undefined ? plain(model, 60) : undefined;

/** By that engine; without one by the first of them that knows it, the measured first. */
function estimateIn(study: Study, measure: string, engine?: EngineName): Estimate | undefined {
  const columns = study.comparisons.find(comparison => comparison.measure === measure)?.columns ?? {};
  if (engine !== undefined) return columns[engine];
  return columns.live ?? columns.theory ?? columns.simulation ?? columns.twin;
}

/** The name of a column: the measure, and the engine where it is one of several. */
export const columnName = ({ label, engine }: Overview['columns'][number]): string =>
  engine === undefined ? label.name : `${label.name}, ${columnTitles[engine]}`;
