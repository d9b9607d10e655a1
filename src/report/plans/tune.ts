import picocolors from 'picocolors';
import type { TunedSetting, TuneReport } from '../../study/run-tune.js';
import { formatNumber } from '../../units.js';
import { measureLabel } from '../content/measure-label.js';
import { plain } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import { wrapped } from '../terminal/wrap.js';
import { numberOf } from './number.js';
import type { PlanPage } from './size.js';

/** The settings of an autoscaler for a terminal: the best one, then all of them. */
export function renderTune(report: TuneReport, { colour, width, next }: PlanPage): string {
  const paint = picocolors.createColors(colour);
  const text = (line: string) => wrapped(line, { width: Math.max(40, width) });
  const sections = [
    answer(report).flatMap((line, i) => (i === 0 ? text(line).map(paint.bold) : text(line))),
    table(report, paint.bold),
    text('◦ none that was tried has both fewer servers and a shorter sojourn on average.'),
    next.map((command, i) => `${i === 0 ? 'Next:' : '     '} ${command}`),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer({ outcome, targets, table: rows, best, alike, busiestLoad }: TuneReport): string[] {
  const what = targets.map(target => plain(target)).join(' and ');
  const needed = `The arrivals keep ${formatNumber(busiestLoad)} servers busy when they are the most.`;
  if (best === undefined)
    return [
      outcome === 'impossible'
        ? `None of the ${rows.length} settings meets ${what}.`
        : `Inconclusive: none of the ${rows.length} settings is known to meet ${what}; a larger run.maxCustomers may tell.`,
      needed,
    ];
  const row = rows[best];
  const price = row.cost
    ? ` for ${formatNumber(row.cost.perHour)} ${plain(row.cost.currency, 10)} an hour`
    : '';
  const others =
    alike.length === 0
      ? ''
      : ` ${alike.length === 1 ? 'Another one does it' : `${alike.length} others do it`} with as few, as far as can be told.`;
  return [
    `${settingText(row)}: of ${rows.length} settings the one that meets ${what} with the fewest servers, ${numberOf('meanServers', row.measures.meanServers)} on average${price} (by simulation).${others}`,
    needed,
  ];
}

const settingText = ({ at }: TunedSetting): string =>
  Object.entries(at)
    .map(([path, value]) => plain(`${path}=${value}`, 80))
    .join(', ');

const marks = { met: '✓', missed: '✗', close: '≈ too close to tell', open: '? not decided' } as const;

function table({ table: rows, best, axes, scenario }: TuneReport, bold: (text: string) => string): string[] {
  const asked = (scenario.thresholds ?? []).map(({ measure }) => measure);
  const names = [...new Set(['meanServers', 'peakServers', 'timeAboveTarget', 'meanWait', ...asked])].filter(
    name => rows.some(({ measures }) => measures[name]),
  );
  const overshoots = rows.some(({ overshoot }) => overshoot !== undefined);
  const currency = rows.find(({ cost }) => cost)?.cost?.currency;
  const cells = rows.map((row, i) => {
    const line = [
      i === best ? '→' : row.efficient ? '◦' : '',
      ...axes.map(({ path }) => plain(row.at[path], 40)),
      ...names.map(name => numberOf(name, row.measures[name])),
      ...(overshoots ? [row.overshoot === undefined ? '-' : `${formatNumber(row.overshoot)}×`] : []),
      ...(currency === undefined ? [] : [row.cost ? formatNumber(row.cost.perHour) : '-']),
      row.reason === undefined ? marks[row.decision] : plain(`no answer: ${row.reason}`, 60),
    ];
    return i === best ? line.map(bold) : line;
  });
  const head = [
    '',
    ...axes.map(({ path }) => plain(path.replace(/^.*\./, ''), 30)),
    ...names.map(name => measureLabel(name).name),
    ...(overshoots ? ['overshoot'] : []),
    ...(currency === undefined ? [] : [`${plain(currency, 10)}/h`]),
    'meets',
  ];
  return grid({
    head: head.map(bold),
    rows: cells,
    aligns: head.map((_, i) => (i < head.length - 1 ? 'right' : 'left')),
    gap: 2,
  });
}
