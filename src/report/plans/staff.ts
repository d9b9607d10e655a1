import picocolors from 'picocolors';
import type { StaffedInterval, StaffReport } from '../../study/run-staff.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { intervalName } from '../content/interval-name.js';
import { measureLabel } from '../content/measure-label.js';
import { plain, sentence } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import { wrapped } from '../terminal/wrap.js';
import { numberOf, servers, shareOf } from './number.js';
import type { PlanPage } from './size.js';

/** The staffing for a terminal: how many at least and at most, then every interval. */
export function renderStaff(report: StaffReport, { colour, width, next }: PlanPage): string {
  const paint = picocolors.createColors(colour);
  const room = Math.max(40, width);
  const sections = [
    answer(report).flatMap((line, i) => {
      const lines = wrapped(line, { width: room });
      return i === 0 ? lines.map(paint.bold) : lines;
    }),
    table(report, paint.bold),
    next.map((command, i) => `${i === 0 ? 'Next:' : '     '} ${command}`),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer(report: StaffReport): string[] {
  const { outcome, reason, intervals, scenario } = report;
  const targets = report.targets.map(target => plain(target)).join(' and ');
  if (intervals.length === 0) return [sentence(`${outcome}: ${reason}`)];
  const counts = intervals.map(one => one.servers);
  const [{ from, until }] = intervals;
  const each = formatDuration(until - from);
  const confidence = formatPercent(scenario.run.confidence);
  const range = `From ${Math.min(...counts)} to ${servers(Math.max(...counts))}`;
  if (outcome === 'approximation')
    return [
      `${range}: in each ${each} about the number that meets ${targets}, by the load that endless servers would have (modified offered load, an approximation for exponential services).`,
      sentence(`Not tried: ${reason}`),
      ...price(report),
    ];
  const first = `${range}: in each ${each} the smallest number that meets ${targets} (by simulation, each interval with ${confidence} confidence).`;
  const note = outcome === 'met' ? (reason ?? '') : `${outcome}: ${reason}`;
  return [first, ...(reason === undefined ? [] : [sentence(note)]), ...price(report)];
}

/** Server-hours beside those of the busiest interval all the time. */
function price({ serverHours, constantServerHours, cost, intervals, period }: StaffReport): string[] {
  if (serverHours === undefined || constantServerHours === undefined) return [];
  const most = Math.max(...intervals.map(one => one.servers));
  const saved = formatPercent(1 - serverHours / constantServerHours, 2);
  const money =
    cost === undefined
      ? ''
      : `; ${formatNumber(cost.perPeriod)} ${plain(cost.currency, 10)} instead of ${formatNumber(cost.constantPerPeriod)}`;
  return [
    `${formatNumber(serverHours, 4)} server-hours in ${formatDuration(period)}, ${saved} fewer than the ${formatNumber(constantServerHours, 4)} of ${servers(most)} all the time${money}.`,
  ];
}

const marks = { met: '✓', missed: '✗', close: '≈', open: '?' } as const;
const fewer = {
  met: '',
  missed: '',
  close: 'one fewer comes close',
  open: 'one fewer is not decided',
} as const;

function table({ intervals, period, scenario }: StaffReport, bold: (text: string) => string): string[] {
  if (intervals.length === 0) return [];
  const asked = (scenario.thresholds ?? []).map(({ measure }) => measure);
  const names = [...new Set(['probabilityOfWait', 'meanWait', ...asked])].filter(name =>
    intervals.some(({ measures }) => measures[name]),
  );
  const shares = intervals
    .flatMap(({ within }) => within)
    .filter(({ of, time }, i, all) => all.findIndex(one => one.of === of && one.time === time) === i);
  const cells = (row: StaffedInterval) => [
    intervalName(row.from, period),
    formatRate(row.rate),
    formatNumber(row.offeredLoad),
    String(row.servers),
    formatPercent(row.offeredLoad / row.servers),
    ...names.map(name => numberOf(name, row.measures[name])),
    ...shares.map(({ of, time }) => {
      const share = row.within.find(one => one.of === of && one.time === time);
      return share ? shareOf(share) : '-';
    }),
    row.rate === 0 ? '-' : marks[row.decision],
    row.oneFewer === undefined ? '' : fewer[row.oneFewer],
  ];
  const head = [
    ...['from', 'arrivals', 'load', 'servers', 'load each'],
    ...names.map(name => (name === 'probabilityOfWait' ? 'P(wait)' : measureLabel(name).name)),
    ...shares.map(({ of, time }) => `${of} ≤ ${formatDuration(time)}`),
    'meets',
    '',
  ];
  return grid({
    head: head.map(bold),
    rows: intervals.map(cells),
    aligns: head.map((_, i) => (i < head.length - 1 ? 'right' : 'left')),
    gap: 3,
  });
}
