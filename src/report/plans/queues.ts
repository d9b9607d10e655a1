import picocolors from 'picocolors';
import type { Measure } from '../../result/measure.js';
import { guaranteeInWords, topologyInWords } from '../../result/topology.js';
import type { Losses, OverRounds, QueueAnswer, QueuesReport } from '../../study/run-queues.js';
import { formatBytes, formatCount } from '../../units.js';
import { formatEstimate } from '../content/estimate.js';
import { grid } from '../terminal/grid.js';
import type { TerminalOptions } from '../terminal/index.js';
import { wrapped } from '../terminal/wrap.js';

/** Several queues side by side, for a terminal: who is best at what, then the tables. */
export function renderQueues(report: QueuesReport, { colour, width }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const text = (line: string) => wrapped(line, { width: Math.max(40, width) });
  const { queues, rounds, confidence, unavailable, scenario } = report;
  const titled = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [paint.bold(title), ...lines];
  const over = rounds === 1 ? '1 round' : `${rounds} rounds, ± of ${100 * confidence} %`;
  const sections = [
    report.verdict.flatMap(text).map(paint.bold),
    titled(`The scenario (${scenario.name}) on each queue (${over})`, servedTable(report)),
    titled('Without services', aloneTable(report)),
    titled('What goes wrong', lossTable(queues)),
    titled('What it is and needs', factTable(queues)),
    problems(report).flatMap(text),
    unavailable.flatMap(({ broker, reason }) => text(`! ${broker}: ${reason}`)),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

const shownWith =
  (confidence: number) =>
  (unit: Measure['unit'], { value, low = value, high = value, rounds }: OverRounds) =>
    formatEstimate(unit, {
      ...{ kind: 'sampled', value, low, high, halfWidth: (high - low) / 2 },
      ...{ confidence, effectiveSamples: rounds },
    });

function servedTable({ queues, rounds, confidence }: QueuesReport): string[] {
  const shown = shownWith(confidence);
  if (queues.length === 0) return [];
  return grid({
    head: [
      'queue',
      'overhead a message',
      'mean sojourn',
      'its model',
      'apart',
      'p99 sojourn',
      'overtaken',
      'rounds',
    ],
    rows: queues.map(({ broker, summary: { served } }) => [
      broker,
      ...(served
        ? [
            shown('duration', served.overhead),
            shown('duration', served.meanSojourn),
            shown('duration', served.twinSojourn),
            shown('fraction', served.fromTwin),
            shown('duration', served.p99Sojourn),
            shown('fraction', served.outOfOrder),
          ]
        : Array<string>(6).fill('-')),
      `${served?.meanSojourn.rounds ?? 0} of ${rounds}`,
    ]),
    aligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    gap: 3,
  });
}

function aloneTable({ queues, confidence }: QueuesReport): string[] {
  const shown = shownWith(confidence);
  if (queues.length === 0) return [];
  const windows = queues[0].summary.through.map(({ inFlight }) => inFlight);
  return grid({
    head: [
      ...['queue', 'to an idle consumer, p50'],
      ...windows.map(window => `${formatCount(window)} in flight`),
      'processor a message',
    ],
    rows: queues.map(({ broker, summary }) => [
      broker,
      shown('duration', summary.idleDelivery),
      ...summary.through.map(({ perSecond }) => shown('rate', perSecond)),
      shown('duration', summary.processorSecondsPerMessage),
    ]),
    aligns: ['left', 'right', ...windows.map(() => 'right' as const), 'right'],
    gap: 3,
  });
}

/** A number for each round. */
function lossTable(queues: readonly QueueAnswer[]): string[] {
  const kinds = { killed: 'a consumer killed', restarted: 'the queue killed' } as const;
  const rows = queues.flatMap(({ broker, turns }) =>
    (['killed', 'restarted'] as const).flatMap(kind => {
      const runs = turns.flatMap(turn => turn[kind] ?? []);
      if (runs.length === 0) return [];
      return [
        [broker, kinds[kind], each(runs, 'lost'), each(runs, 'predictedLost'), each(runs, 'duplicated')],
      ];
    }),
  );
  if (rows.length === 0) return [];
  return grid({
    head: ['queue', 'fault', 'lost', 'predicted', 'processed twice'],
    rows,
    aligns: ['left', 'left', 'right', 'right', 'right'],
    gap: 3,
  });
}

const each = (runs: readonly Losses[], what: 'lost' | 'predictedLost' | 'duplicated'): string =>
  runs.map(run => ('problem' in run ? '-' : String(run[what] ?? '-'))).join(' ');

const remembers = { keeps: 'keeps all', partly: 'keeps a part', forgets: 'forgets all' } as const;

function factTable(queues: readonly QueueAnswer[]): string[] {
  if (queues.length === 0) return [];
  return grid({
    head: ['queue', 'topology', 'delivers', 'the queue killed', 'server', 'npm install', 'brings'],
    rows: queues.map(({ broker, facts }) => [
      broker,
      topologyInWords(facts.topology),
      guaranteeInWords[facts.guarantee],
      facts.afterRestart ? remembers[facts.afterRestart] : '-',
      facts.server ?? 'none',
      facts.packages.join(' ') || '-',
      facts.weight.packages === 0
        ? '-'
        : `${formatCount(facts.weight.packages)} package${facts.weight.packages === 1 ? '' : 's'}, ${formatBytes(facts.weight.bytes)}`,
    ]),
    aligns: ['left', 'left', 'left', 'left', 'left', 'left', 'right'],
    gap: 3,
  });
}

/** Beyond this many cores of other work the figures say less of the queues than of the machine. */
const quietCores = 0.3;

function problems({ queues, rounds }: QueuesReport): string[] {
  const uncounted = queues.flatMap(({ broker, turns }) => {
    const problem = turns.find(turn => turn.problem !== undefined)?.problem;
    const count = turns.filter(turn => turn.problem !== undefined).length;
    return problem === undefined ? [] : [`! ${broker}: ${count} of ${rounds} runs do not count: ${problem}`];
  });
  const tries = queues.flatMap(({ turns }) => turns.flatMap(turn => turn.tries));
  const busy = Math.max(0, ...tries.map(({ otherCores = 0 }) => otherCores));
  return [
    ...uncounted,
    ...(busy > quietCores
      ? [
          `! Other programs kept up to ${busy.toFixed(1)} cores busy meanwhile: on a quiet machine the rates are higher.`,
        ]
      : []),
  ];
}
