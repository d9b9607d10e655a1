import picocolors from 'picocolors';
import type { BenchReport } from '../../study/run-bench.js';
import type { Study } from '../../study/study.js';
import { formatCount, formatDuration, formatNumber, formatRate } from '../../units.js';
import { formatCompactEstimate } from '../content/estimate.js';
import { sentence } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import type { TerminalOptions } from '../terminal/index.js';
import { wrapped } from '../terminal/wrap.js';
import { highestRateTable, rateProblems, rateTriesTable } from './highest-rate.js';

/** What the brokers can do, for a terminal: who is fastest, then the tables. */
export function renderBench(report: BenchReport, { colour, width }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const text = (line: string) => wrapped(line, { width: Math.max(40, width) });
  const titled = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [paint.bold(title), ...lines];
  const { consumers, payloadBytes, unavailable } = report;
  const setting = `${consumers} consumer${consumers === 1 ? '' : 's'}, ${formatCount(payloadBytes)} bytes`;
  const sections = [
    text(answer(report)).map(paint.bold),
    titled('A message that finds the queue empty', idleTable(report)),
    titled(`As fast as it goes, services of no length (${setting})`, floodTable(report)),
    titled(`The scenario, by broker${scenarioName(report)}`, scenarioTable(report.studies)),
    titled('The highest rate that meets the targets', highestRateTable(report.highest)),
    titled('Each rate that was tried', rateTriesTable(report.highest)),
    rateProblems(report.highest).flatMap(text),
    disturbance(report).flatMap(text),
    unavailable.flatMap(({ broker, reason }) => text(`! ${broker}: ${reason}`)),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

const scenarioName = ({ studies }: BenchReport): string =>
  studies.length === 0 ? '' : ` (${studies[0].scenario.name})`;

function answer({ ceilings }: BenchReport): string {
  const ranked = ceilings
    .flatMap(({ broker, tries }) =>
      tries.length === 0 ? [] : [{ broker, most: Math.max(...tries.map(one => one.throughPerSecond)) }],
    )
    .sort((a, b) => b.most - a.most);
  if (ranked.length === 0) return 'No broker could be measured.';
  const words = ranked.map(({ broker, most }) => `${broker} ${formatRate(most)}`);
  return sentence(`from sender to acknowledgement here at most: ${words.join(', ')}`);
}

/** Beyond this many cores of other work the figures say less of the broker than of the machine. */
const quietCores = 0.3;

function disturbance({ ceilings }: BenchReport): string[] {
  const most = Math.max(0, ...ceilings.flatMap(({ tries }) => tries.map(one => one.otherCores ?? 0)));
  if (most <= quietCores) return [];
  return [
    `! Other programs kept up to ${formatNumber(most, 2)} cores busy meanwhile: on a quiet machine the rates are higher and the latencies lower.`,
  ];
}

function idleTable({ ceilings }: BenchReport): string[] {
  if (ceilings.length === 0) return [];
  return grid({
    head: ['broker', 'to the consumer p50', 'p99', 'to the acknowledgement p50', 'p99'],
    rows: ceilings.map(({ broker, idle: { delivery, roundTrip } }) => [
      broker,
      ...[delivery.p50, delivery.p99, roundTrip.p50, roundTrip.p99].map(time => formatDuration(time)),
    ]),
    aligns: ['left', 'right', 'right', 'right', 'right'],
    gap: 3,
  });
}

function floodTable({ ceilings, yardstick }: BenchReport): string[] {
  const rows = ceilings.flatMap(({ broker, tries }) =>
    tries.map(one => [
      broker,
      formatCount(one.inFlight),
      formatRate(one.sentPerSecond),
      formatRate(one.throughPerSecond),
      formatDuration(one.processorSecondsPerMessage),
      formatCount(one.messages),
    ]),
  );
  const beside = (yardstick?.tries ?? []).map(({ inFlight, perSecond }) => [
    `${yardstick?.program} ${yardstick?.command}`,
    formatCount(inFlight),
    formatRate(perSecond),
    '-',
    '-',
    '-',
  ]);
  if (rows.length === 0) return [];
  return grid({
    head: [
      'broker',
      'in flight',
      'sent',
      'sent, received and acknowledged',
      'processor a message',
      'messages',
    ],
    rows: [...rows, ...beside],
    aligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    gap: 3,
  });
}

function scenarioTable(studies: readonly Study[]): string[] {
  if (studies.length === 0) return [];
  return grid({
    head: ['broker', 'theory W', 'twin W', 'measured W', 'p99 sojourn', 'transfer', 'against the twin'],
    rows: studies.map(({ scenario, comparisons, results, verdict }) => {
      const row = comparisons.find(({ measure }) => measure === 'meanSojourn');
      const live = results.find(({ engine }) => engine === 'live');
      const shown = (estimate: Parameters<typeof formatCompactEstimate>[1] | undefined) =>
        estimate === undefined ? '-' : formatCompactEstimate('duration', estimate);
      return [
        scenario.live?.broker ?? '-',
        shown(row?.columns.theory),
        shown(row?.columns.twin),
        shown(row?.columns.live),
        shown(live?.sojournQuantiles.find(({ p }) => p === 0.99)),
        shown(live?.measures.meanTransfer),
        row?.verdict ?? (live === undefined ? verdict[0] : 'not comparable'),
      ];
    }),
    aligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
    gap: 3,
  });
}
