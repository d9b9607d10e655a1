import picocolors from 'picocolors';
import type { Recovery } from '../../result/recovery.js';
import type { DrainReport, DrainRow } from '../../study/run-drain.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { formatCompactEstimate } from '../content/estimate.js';
import { plain, sentence } from '../content/plain.js';
import { upsetInWords } from '../content/upset.js';
import { grid } from '../terminal/grid.js';
import type { Page } from '../terminal/page.js';
import { wrapped } from '../terminal/wrap.js';
import { pace, servers, shareOf } from './number.js';
import type { PlanPage } from './size.js';

/** The recovery for a terminal: the answer, the numbers of servers around it. */
export function renderDrain(report: DrainReport, { colour, width, next }: PlanPage): string {
  const page: Page = { paint: picocolors.createColors(colour), width: Math.max(40, width) };
  const { paint } = page;
  const reasons = [...new Set(report.table.flatMap(({ reason }) => reason ?? []))];
  const sections = [
    answer(report).flatMap((line, i) => {
      const lines = wrapped(line, { width: page.width });
      return i === 0 ? lines.map(paint.bold) : lines;
    }),
    table(report, page),
    reasons.flatMap(reason =>
      wrapped(`Only the fluid line: ${plain(reason)}.`, { width: page.width, first: '! ' }),
    ),
    next.map((command, i) => `${i === 0 ? 'Next:' : '     '} ${command}`),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function answer(report: DrainReport): string[] {
  const {
    outcome,
    servers: count,
    deadline,
    certainty,
    arrivalRate,
    offeredLoad,
    table,
    reason,
    upset,
  } = report;
  const row = table.find(one => one.servers === count);
  const what = upsetInWords(upset);
  const load = `${formatRate(arrivalRate)} keep coming: offered load ${formatNumber(offeredLoad)} erlangs.`;
  if (count === undefined || row === undefined) return [sentence(`${outcome}: ${reason}`), load];
  if (outcome === 'never') {
    const least = Math.floor(offeredLoad) + 1;
    return [
      `${servers(count)} never recover from ${what}: the queue ${pace(row.growthRate ?? 0)}. At least ${servers(least)} are needed.`,
      load,
    ];
  }
  const how = row.recovery ? ` (${methodOf(row.recovery)})` : '';
  if (deadline !== undefined) {
    const by = `nobody waits ${formatDuration(deadline)} after ${what}, with ${formatPercent(certainty)} certainty`;
    return outcome === 'met'
      ? [`${servers(count)}: the smallest number with which ${by}${how}.`, load]
      : [`Inconclusive ${reason}${how}.`, load];
  }
  const time = row.recovery
    ? formatCompactEstimate('duration', row.recovery.meanTime)
    : `about ${formatDuration(row.fluid ?? 0)}`;
  const late = row.recovery?.percentiles.find(({ p }) => p === 0.95);
  const surely = late ? `, ${formatCompactEstimate('duration', late)} at the 95th percentile` : '';
  return [
    `${servers(count)} ${count === 1 ? 'takes' : 'take'} ${time} on average until nobody waits after ${what}${surely}${how}.`,
    load,
  ];
}

const methodOf = ({ engine, model }: Recovery): string => (engine === 'theory' ? `${model}, exact` : model);

const marks = { met: '✓', missed: '✗', open: '? not decided' } as const;

function table({ table: rows, servers: chosen, deadline }: DrainReport, { paint }: Page): string[] {
  const percentiles = [
    ...new Set(rows.flatMap(({ recovery }) => recovery?.percentiles.map(({ p }) => p) ?? [])),
  ];
  const currency = rows.find(({ cost }) => cost)?.cost?.currency;
  const time = (row: DrainRow, p: number) => row.recovery?.percentiles.find(one => one.p === p);
  return grid({
    head: [
      ...['servers', 'utilisation', 'backlog', 'fluid', 'mean'],
      ...percentiles.map(p => `p${Number((p * 100).toFixed(6))}`),
      ...(deadline === undefined ? [] : [`≤ ${formatDuration(deadline)}`]),
      ...(currency === undefined ? [] : [`${currency}/h`]),
      '',
    ].map(paint.bold),
    rows: rows.map(row => {
      const { recovery, fluid, growthRate, decision, cost } = row;
      const line = [
        `${row.servers === chosen ? '→ ' : '  '}${row.servers}`,
        formatPercent(row.load),
        recovery ? formatCompactEstimate('count', recovery.meanBacklog) : '-',
        fluid === undefined ? '-' : formatDuration(fluid),
        recovery ? formatCompactEstimate('duration', recovery.meanTime) : '-',
        ...percentiles.map(p => {
          const found = time(row, p);
          return found ? formatCompactEstimate('duration', found) : '-';
        }),
        ...(deadline === undefined ? [] : [recovery?.within ? shareOf(recovery.within) : '-']),
        ...(currency === undefined ? [] : [cost ? formatNumber(cost.perHour) : '-']),
        growthRate !== undefined ? pace(growthRate) : decision ? marks[decision] : '',
      ];
      return row.servers === chosen ? line.map(paint.bold) : line;
    }),
    aligns: Array.from({ length: 5 + percentiles.length + 2 }, () => 'right' as const),
    gap: 3,
  });
}
