import picocolors from 'picocolors';
import type { CompareReport, MeasureDifference } from '../../study/run-compare.js';
import { formatDuration, formatPercent } from '../../units.js';
import { formatCompactEstimate } from '../content/estimate.js';
import { measureLabel } from '../content/measure-label.js';
import { plain, title } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import { type Page, painted } from '../terminal/page.js';
import { wrapped } from '../terminal/wrap.js';
import { pace, signed } from './number.js';
import type { PlanPage } from './size.js';

export interface ComparePage extends PlanPage {
  /** How the two are called in the table. */
  readonly names: readonly [string, string];
}

/** The differences for a terminal: what the change does, then every measure. */
export function renderCompare(report: CompareReport, { colour, width, names }: ComparePage): string {
  const page: Page = { paint: picocolors.createColors(colour), width: Math.max(40, width) };
  const { paint } = page;
  const [first, second] = names.map(name => title(name));
  const sections = [
    answer(report, first, second).flatMap((line, i) => {
      const lines = wrapped(line, { width: page.width });
      return i === 0 ? lines.map(paint.bold) : lines;
    }),
    table(report, first, second, page),
    laws(report).flatMap(line => wrapped(line, { width: page.width })),
    legend(report).flatMap(line => wrapped(line, { width: page.width }).map(paint.dim)),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer({ first, second, measures, outcome }: CompareReport, a: string, b: string): string[] {
  const growing = [
    [a, first.growthRate],
    [b, second.growthRate],
  ] as const;
  const unstable = growing.flatMap(([name, rate]) =>
    rate === undefined ? [] : [`${name}: the queue ${pace(rate)}`],
  );
  if (unstable.length > 0) return [`${unstable.join('; ')}. There is no steady state to compare.`];
  if (first.reason !== undefined) return [`No answer: ${plain(first.reason)}.`];
  const told = ['meanSojourn', 'p99Sojourn', 'meanWait'].flatMap(
    name => measures.find(({ measure }) => measure === name) ?? [],
  );
  const lines = told.map(row => inWords(row, b));
  const measured = measures.some(({ engine }) => engine === 'live');
  const longer = measured ? 'Longer runs (live.messages)' : 'A longer run (run.maxCustomers)';
  return outcome === 'inconclusive' ? [...lines, `${longer} would tell more.`] : lines;
}

function inWords({ measure, relative, change, difference }: MeasureDifference, name: string): string {
  const what = measureLabel(measure).name;
  const exact = difference.low === difference.high;
  const by = relative
    ? `${signed(relative.value)}${exact ? ', exact' : `, interval ${signed(relative.low)} to ${signed(relative.high)}`}`
    : '';
  if (change === 'inconclusive') return `Inconclusive for the ${what} of ${name}: ${by}.`;
  if (change === 'same') return `The ${what} of ${name} is the same${by ? ` (${by})` : ''}.`;
  return `${name} has a ${change} ${what}: ${by}.`;
}

const colours = {
  higher: 'bold',
  lower: 'bold',
  same: 'dim',
  inconclusive: painted.open,
} as const satisfies Record<MeasureDifference['change'], keyof Page['paint']>;

function table({ measures }: CompareReport, a: string, b: string, { paint }: Page): string[] {
  if (measures.length === 0) return [];
  return grid({
    head: ['', a, b, 'difference', 'interval', ''].map(paint.bold),
    rows: measures.map(({ measure, first, second, relative, change, difference }) => {
      const { name, unit } = measureLabel(measure);
      const exact = difference.low === difference.high;
      return [
        name,
        formatCompactEstimate(unit, first),
        formatCompactEstimate(unit, second),
        relative ? signed(relative.value) : '-',
        relative && !exact ? `${signed(relative.low, 2)} to ${signed(relative.high, 2)}` : '',
        paint[colours[change]](change),
      ];
    }),
    aligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    gap: 3,
  });
}

/** Whether the laws of the times as a whole differ, not only the measures of the table. */
const laws = ({ distances = [] }: CompareReport): string[] =>
  distances.map(({ of, distance, at, pValue }) => {
    const apart = `${formatPercent(distance)} apart at most (at ${formatDuration(at)})`;
    const chance = `two runs of the same queue are so far apart ${pValue < 0.01 ? 'less than once in a hundred times' : `in ${formatPercent(pValue)} of all cases`}`;
    return `The ${of} times as a whole ${pValue < 0.05 ? 'differ' : 'may be the same'}: their distribution functions are ${apart}; ${chance}.`;
  });

const legend = ({ measures, margin, first }: CompareReport): string[] =>
  measures.some(({ engine }) => engine === 'simulation')
    ? [
        `Simulated with common random numbers, seed ${first.scenario.run.seed}: the interval is that of the difference (${formatPercent(first.scenario.run.confidence)}); "same" is within ${formatPercent(margin)}.`,
      ]
    : measures.some(({ engine }) => engine === 'live')
      ? [
          `Measured, two runs taken as independent: the interval is that of the difference (${formatPercent(first.scenario.run.confidence)}); "same" is within ${formatPercent(margin)}. Percentiles that too few customers exceeded are left out.`,
        ]
      : [];
