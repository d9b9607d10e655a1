import picocolors from 'picocolors';
import type { HighestLoadReport } from '../../study/run-highest-load.js';
import { formatPercent, formatRate } from '../../units.js';
import { measureLabel } from '../content/measure-label.js';
import { plain } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import type { TerminalOptions } from '../terminal/index.js';
import { wrapped } from '../terminal/wrap.js';
import { counted, growth, numberOf, servers } from './number.js';

/** The highest load for a terminal: the rate first, how the servers do on the way to it, how long it lasts. */
export function renderHighestLoad(report: HighestLoadReport, { colour, width }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const text = (line: string) => wrapped(line, { width: Math.max(40, width) });
  const sections = [
    text(answer(report)).map(paint.bold),
    table(report, paint.bold),
    ...[beyond(report), lasts(report)].map(line => (line === '' ? [] : text(line))),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer({ servers: count, targets, arrivalRate, factor, now, engine, table }: HighestLoadReport) {
  const who = count === 'infinite' ? 'servers without end' : servers(count);
  const what = targets.map(target => plain(target)).join(' and ');
  if (arrivalRate === undefined || factor === undefined)
    return `No arrival rate that was tried meets ${what} with ${who}.`;
  const how = engine === 'theory' ? `${table.at(-1)?.model}, exact` : 'by simulation';
  const change =
    factor >= 1
      ? `${growth(factor)} on the ${formatRate(now)} of now`
      : `the ${formatRate(now)} of now are too many: ${formatPercent(factor)} of them would do`;
  return `${formatRate(arrivalRate)}: the highest load at which ${who} meet ${what} (${how}); ${change}.`;
}

function table({ table: rows, scenario }: HighestLoadReport, bold: (text: string) => string): string[] {
  if (rows.length === 0) return [];
  const asked = (scenario.thresholds ?? []).map(({ measure }) => measure);
  const names = [...new Set(['probabilityOfWait', 'meanWait', ...asked])].filter(
    name => name !== 'utilisation' && rows.some(row => row.measures[name]),
  );
  return grid({
    head: ['arrivals', 'utilisation', ...names.map(name => measureLabel(name).name)].map(bold),
    rows: rows.map(({ arrivalRate, utilisation, measures }) => [
      formatRate(arrivalRate),
      utilisation === undefined ? '-' : formatPercent(utilisation),
      ...names.map(name => numberOf(name, measures[name])),
    ]),
    aligns: ['right', 'right', ...names.map(() => 'right' as const)],
    gap: 3,
  });
}

function beyond({ breaks, saturation }: HighestLoadReport): string {
  const first =
    breaks === undefined
      ? ''
      : breaks.targets.length === 0
        ? 'Beyond that the queue grows without end.'
        : `Beyond that ${breaks.targets.map(target => plain(target)).join(' and ')} ${
            breaks.decision === 'missed' ? 'breaks first' : 'is no longer proven'
          }.`;
  const tips =
    saturation === undefined ? '' : `From ${formatRate(saturation)} on the queue grows without end.`;
  return [first, tips].filter(Boolean).join(' ');
}

const lasts = ({ lasts: growing }: HighestLoadReport): string =>
  growing === undefined
    ? ''
    : `Growing by ${formatPercent(growing.fraction)} a ${growing.period} it breaks in ${counted(growing.periods, growing.period)}.`;
