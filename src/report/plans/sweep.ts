import picocolors from 'picocolors';
import type { SweepPoint, SweepReport } from '../../study/run-sweep.js';
import { formatNumber, formatPercent } from '../../units.js';
import { measureLabel } from '../content/measure-label.js';
import { plain, title } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import type { TerminalOptions } from '../terminal/index.js';
import { numberOf, pace } from './number.js';

/** What the table shows where there is any of it, and what is drawn. */
export const sweptMeasures = [
  'probabilityOfWait',
  'meanWait',
  'meanSojourn',
  'p99Wait',
  'p99Sojourn',
  'probabilityOfLoss',
  'probabilityOfAbandonment',
  'meanServers',
  'peakServers',
  'timeAboveTarget',
] as const;

const marks = { met: '✓', missed: '✗', close: '≈', open: '?' } as const;

/** The grid for a terminal, a row for each cell. */
export function renderSweep(report: SweepReport, { colour }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const { axes, points, scenario, files } = report;
  const names = sweptMeasures.filter(name => points.some(({ measures }) => measures[name]));
  const currency = points.find(({ cost }) => cost)?.cost?.currency;
  const judged = points.some(({ decision }) => decision);
  const lines = grid({
    head: [
      ...axes.map(({ path }) => plain(path, 40)),
      'utilisation',
      ...names.map(name => (name === 'probabilityOfWait' ? 'P(wait)' : measureLabel(name).name)),
      ...(currency === undefined ? [] : [`${plain(currency, 10)}/h`]),
      ...(judged ? ['meets'] : []),
      '',
    ].map(paint.bold),
    rows: points.map(point => [
      ...axes.map(({ path }) => plain(point.at[path], 40)),
      point.load === undefined ? '-' : formatPercent(busy(point)),
      ...names.map(name => numberOf(name, point.measures[name])),
      ...(currency === undefined ? [] : [point.cost ? formatNumber(point.cost.perHour) : '-']),
      ...(judged ? [point.decision ? marks[point.decision] : '-'] : []),
      remark(point),
    ]),
    aligns: Array.from({ length: axes.length + 1 + names.length + 2 }, () => 'right' as const),
    gap: 3,
  });
  return `${[
    `${paint.bold(title(scenario.name))}: ${points.length} cells`,
    '',
    ...lines,
    ...(files.length > 0 ? ['', paint.bold('Written'), ...files.map(file => `  ${plain(file)}`)] : []),
  ].join('\n')}\n`;
}

/** What a server really is busy, or what would be asked of it where that is more than all. */
const busy = ({ load = 0, measures, unstable }: SweepPoint): number =>
  unstable ? load : (measures.utilisation?.value ?? load);

function remark({ unstable, measures, knee, reason }: SweepPoint): string {
  if (reason !== undefined) return plain(`no answer: ${reason}`, 80);
  if (unstable) return pace(measures.growthRate?.value ?? 0);
  return knee ? '← knee' : '';
}
