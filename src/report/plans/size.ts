import picocolors from 'picocolors';
import type { SizeRow } from '../../planning/size/sizing.js';
import type { SizeReport } from '../../study/run-size.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { measureLabel } from '../content/measure-label.js';
import { plain, sentence } from '../content/plain.js';
import { upsetInWords } from '../content/upset.js';
import { grid } from '../terminal/grid.js';
import type { TerminalOptions } from '../terminal/index.js';
import { type Page, painted } from '../terminal/page.js';
import { wrapped } from '../terminal/wrap.js';
import { counted, growth, numberOf, pace, servers, shareOf } from './number.js';

export interface PlanPage extends TerminalOptions {
  /** Commands to try next. */
  readonly next: readonly string[];
}

/** The sizing for a terminal: the answer, the table around it, how long it will do. */
export function renderSize(report: SizeReport, { colour, width, next }: PlanPage): string {
  const page: Page = { paint: picocolors.createColors(colour), width: Math.max(40, width) };
  const { paint } = page;
  const text = (line: string) => wrapped(line, { width: page.width });
  const sections = [
    answer(report).flatMap((line, i) => (i === 0 ? text(line).map(paint.bold) : text(line))),
    table(report, page),
    headroom(report).flatMap(text),
    report.warnings.flatMap(({ message, advice }) =>
      wrapped(`${message}${advice ? ` ${advice}` : ''}`, { width: page.width, first: '! ' }).map(
        paint[painted.open],
      ),
    ),
    next.map((command, i) => `${i === 0 ? 'Next:' : '     '} ${command}`),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer(report: SizeReport): string[] {
  const {
    outcome,
    servers: count,
    spare = 0,
    reason,
    engine,
    table,
    arrivalRate,
    offeredLoad,
    service,
  } = report;
  const targets = [...report.targets.map(target => plain(target)), ...clearing(report)].join(' and ');
  const row = table.find(one => one.servers === (count ?? 0) - spare);
  const how = engine === 'theory' ? `${row?.model}, exact` : 'by simulation';
  const first =
    outcome === 'impossible' || count === undefined
      ? sentence(`${outcome}: ${reason}`)
      : outcome === 'met'
        ? `${servers(count)}: ${least(count, spare)} that meets ${targets} (${how}).`
        : `Inconclusive ${reason} (${how}, ${targets}).`;
  const law =
    service === undefined
      ? ''
      : ` of ${formatDuration(service.mean)} on average${
          service.scv === undefined ? ', of infinite variance' : ` (scv ${formatNumber(service.scv, 2)})`
        }`;
  const load = offeredLoad === undefined ? '' : `: offered load ${formatNumber(offeredLoad)} erlangs`;
  return [first, `${formatRate(arrivalRate)}${law}${load}.`, ...cleared(report)];
}

const clearing = ({ clears }: SizeReport): string[] =>
  clears?.deadline === undefined
    ? []
    : [`${upsetInWords(clears.upset)} cleared within ${formatDuration(clears.deadline)}`];

/** How many servers the deadline alone takes. */
function cleared({ clears, servers: count, spare = 0 }: SizeReport): string[] {
  if (clears?.servers === undefined || clears.deadline === undefined) return [];
  const decides = clears.servers === (count ?? 0) - spare ? ', which decides' : '';
  return [
    `To be cleared in time in ${formatPercent(clears.certainty)} of cases takes ${servers(clears.servers)}${decides}.`,
  ];
}

/** 'the smallest number'; with servers to spare how many of them are needed. */
const least = (count: number, spare: number): string =>
  spare === 0
    ? 'the smallest number'
    : `${spare === 1 ? 'one' : spare} may be out of service, and the other ${count - spare} are the smallest number`;

interface Column {
  readonly title: string;
  readonly cell: (row: SizeRow) => string;
}

const mark = { met: '✓', missed: '✗', close: '≈ too close to tell', open: '? not decided' } as const;

function table(report: SizeReport, page: Page): string[] {
  const { table: rows, servers: chosen } = report;
  const { paint } = page;
  if (rows.length === 0) return [];
  const columns = columnsOf(report);
  const cells = rows.map(row => {
    const line = [
      `${row.servers === chosen ? '→ ' : '  '}${row.servers}`,
      ...columns.map(({ cell }) => cell(row)),
      verdict(row, report),
    ];
    return row.servers === chosen ? line.map(paint.bold) : line;
  });
  return grid({
    head: ['servers', ...columns.map(({ title }) => title), 'meets'].map(paint.bold),
    rows: cells,
    aligns: ['right', ...columns.map(() => 'right' as const), 'left'],
    gap: 3,
  });
}

function verdict({ servers: count, decision, measures }: SizeRow, { clears }: SizeReport): string {
  if (measures.growthRate) return pace(measures.growthRate.value);
  const late = decision === 'met' && clears?.servers !== undefined && count < clears.servers;
  return late ? '✗ clears too late' : mark[decision];
}

function columnsOf({ table, scenario }: SizeReport): Column[] {
  const asked = (scenario.thresholds ?? []).map(({ measure }) => measure);
  const names = [...new Set(['probabilityOfWait', 'meanWait', ...asked])].filter(
    name => name !== 'utilisation' && table.some(row => row.measures[name]),
  );
  const shares = table.flatMap(row => row.within).sort((a, b) => a.time - b.time);
  const distinct = shares.filter(
    ({ of, time }, i) => shares.findIndex(share => share.of === of && share.time === time) === i,
  );
  const currency = table.find(row => row.cost)?.cost?.currency;
  return [
    {
      title: 'utilisation',
      cell: ({ load, utilisation = load }) =>
        load !== undefined && load >= 1
          ? formatPercent(load)
          : utilisation === undefined
            ? '-'
            : formatPercent(utilisation),
    },
    ...names.map(name => ({
      title: name === 'probabilityOfWait' ? 'P(wait)' : measureLabel(name).name,
      cell: (row: SizeRow) => numberOf(name, row.measures[name]),
    })),
    ...distinct.map(({ of, time }) => ({
      title: `${of} ≤ ${formatDuration(time)}`,
      cell: ({ within }: SizeRow) => {
        const share = within.find(one => one.of === of && one.time === time);
        return share ? shareOf(share) : '-';
      },
    })),
    ...(currency === undefined
      ? []
      : [
          {
            title: `${currency}/h`,
            cell: ({ cost }: SizeRow) => (cost ? formatNumber(cost.perHour) : '-'),
          },
        ]),
  ];
}

function headroom({ headroom: found, servers: all, spare = 0 }: SizeReport): string[] {
  if (found === undefined || all === undefined) return [];
  const count = all - spare;
  const { arrivalRate, factor, breaks, saturation, lasts } = found;
  const upTo =
    factor > 1.0005
      ? `Headroom: ${servers(count)} meet the targets up to ${formatRate(arrivalRate)} (${growth(factor)}).`
      : `Headroom: none to speak of: ${servers(count)} are just enough.`;
  const first =
    breaks === undefined
      ? ''
      : breaks.targets.length === 0
        ? 'Beyond that the queue grows without end.'
        : breaks.decision === 'missed'
          ? `Beyond that ${breaks.targets.map(target => plain(target)).join(' and ')} breaks first.`
          : `At ${formatRate(breaks.arrivalRate)} (${growth(breaks.factor)}) ${breaks.targets
              .map(target => plain(target))
              .join(' and ')} is no longer proven.`;
  const tips =
    saturation === undefined ? '' : `From ${formatRate(saturation)} on the queue grows without end.`;
  const time =
    lasts === undefined
      ? []
      : [
          `Growing by ${formatPercent(lasts.fraction)} a ${lasts.period} it breaks in ${counted(lasts.periods, lasts.period)}.`,
        ];
  return [[upTo, first, tips].filter(Boolean).join(' '), ...time];
}
