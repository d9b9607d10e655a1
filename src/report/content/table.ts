import type { Comparison } from '../../comparison/compare.js';
import type { Verdict } from '../../comparison/verdict.js';
import type { EngineName } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatPercent } from '../../units.js';
import { type Cell, cellOf } from './cell.js';
import { type Column, columnsOf, columnTitles } from './columns.js';
import { type MeasureLabel, measureLabel } from './measure-label.js';
import { type NumberedSource, sourcesOf } from './sources.js';

export interface Judgement {
  readonly verdict: Verdict;
  /** `+0.4 %` */
  readonly difference: string;
  /** `−0.2 % to +1 %, margin 3 %` */
  readonly interval: string;
}

export interface Row {
  readonly label: MeasureLabel;
  /** One for each column; undefined where the engine cannot say. */
  readonly cells: readonly (Cell | undefined)[];
  readonly judgement?: Judgement;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sources: readonly NumberedSource[];
  /** Which two columns the verdicts compare. */
  readonly between?: string;
}

/** The engines side by side, one row for each measure. */
export function tableOf(study: Study): Table {
  const columns = columnsOf(study);
  const sources = sourcesOf(study);
  const between = study.comparisons.find(comparison => comparison.between)?.between;
  return {
    columns,
    sources,
    rows: study.comparisons.map(comparison => rowOf(comparison, columns, sources)),
    ...(between && { between: pair(between) }),
  };
}

function rowOf(comparison: Comparison, columns: readonly Column[], sources: readonly NumberedSource[]): Row {
  const judgement = judgementOf(comparison);
  return {
    label: measureLabel(comparison.measure),
    cells: columns.map(({ engine }) => cellOf(comparison.columns[engine], sources)),
    ...(judgement && { judgement }),
  };
}

function judgementOf({ verdict, between, difference }: Comparison): Judgement | undefined {
  if (!verdict || !between || !difference) return undefined;
  const { value, low, high, margin } = difference;
  return {
    verdict,
    difference: signedPercent(value),
    interval: `${signedPercent(low)} to ${signedPercent(high)}, margin ${formatPercent(margin)}`,
  };
}

const pair = ([first, second]: readonly [EngineName, EngineName]): string =>
  `${columnTitles[first]} against ${columnTitles[second]}`;

/** With its sign, a true minus, and no more places than a difference deserves. */
export function signedPercent(fraction: number): string {
  const percent = Number((100 * fraction).toFixed(1));
  return `${percent > 0 ? '+' : ''}${percent === 0 ? 0 : percent} %`.replace('-', '−');
}
