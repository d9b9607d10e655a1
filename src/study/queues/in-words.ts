import { type Contender, ranking } from '../../comparison/rounds.js';
import { formatCount } from '../../units.js';
import type { Losses, QueueAnswer, QueuesReport, Turn } from './type.js';

/** Which queue is best at what, as far as it was shown. */
export function queuesInWords({ queues, confidence }: Pick<QueuesReport, 'queues' | 'confidence'>): string[] {
  if (queues.length === 0) return ['No queue could be driven here.'];
  const best = (title: string, of: (turn: Turn) => number | undefined, better: 'lower' | 'higher') =>
    said(title, contendersOf(queues, of), better, confidence);
  return [
    best('Least overhead a message', ({ served }) => served?.overhead, 'lower'),
    best('Shortest mean sojourn', ({ served }) => served?.meanSojourn, 'lower'),
    best('Closest to its model', ({ served }) => served && Math.abs(served.fromTwin), 'lower'),
    best(
      'Most messages a second',
      ({ tries }) => Math.max(...tries.map(one => one.throughPerSecond)),
      'higher',
    ),
    best(
      'Least processor time a message',
      ({ tries }) => tries[tries.length - 1].processorSecondsPerMessage,
      'lower',
    ),
    ...lossesSaid(queues, 'killed', 'a consumer was killed'),
    ...lossesSaid(queues, 'restarted', 'the queue itself was killed and came back'),
  ];
}

const contendersOf = (queues: readonly QueueAnswer[], of: (turn: Turn) => number | undefined): Contender[] =>
  queues.map(({ broker, turns }) => ({ name: broker, values: turns.map(of) }));

function said(
  title: string,
  contenders: readonly Contender[],
  better: 'lower' | 'higher',
  confidence: number,
): string {
  const ranked = ranking(contenders, better, confidence);
  if (ranked === undefined) return `${title}: not told, fewer than two queues have a run that counts.`;
  const { best, alike, worse } = ranked;
  if (alike.length === 0) return `${title}: ${best}.`;
  const rest = worse.length > 0 ? `; worse are ${worse.join(', ')}` : '';
  return `${title}: ${best}, but no difference is shown from ${alike.join(', ')}${rest}.`;
}

function lossesSaid(queues: readonly QueueAnswer[], what: 'killed' | 'restarted', when: string): string[] {
  const counted = queues.flatMap(({ broker, turns }) => {
    const runs = turns.flatMap(turn => turn[what] ?? []).filter(isCounted);
    return runs.length === 0 ? [] : [{ broker, lost: runs.reduce((sum, run) => sum + run.lost, 0) }];
  });
  if (counted.length === 0) return [];
  const safe = counted.filter(({ lost }) => lost === 0).map(({ broker }) => broker);
  const losing = counted.filter(({ lost }) => lost > 0);
  const parts = [
    ...(safe.length > 0 ? [`nothing lost by ${safe.join(', ')}`] : []),
    ...losing.map(({ broker, lost }) => `${broker} lost ${formatCount(lost)}`),
  ];
  return [`When ${when}: ${parts.join('; ')}.`];
}

/** Whether the run came to its end. */
export const isCounted = (losses: Losses): losses is Exclude<Losses, { problem: string }> =>
  !('problem' in losses);
