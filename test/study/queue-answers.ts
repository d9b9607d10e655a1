import { summaryOf } from '../../src/study/queues/summary.js';
import type { Losses, QueueAnswer, Turn } from '../../src/study/queues/type.js';

interface Told {
  readonly overhead: readonly (number | undefined)[];
  readonly perSecond: number;
  readonly killed: Losses;
}

/** A queue with the same turn in every round, but for its overhead. */
export function queue(broker: string, { overhead, perSecond, killed }: Told): QueueAnswer {
  const turns = overhead.map((seconds, round): Turn => {
    const tries = [
      {
        inFlight: 1,
        messages: 1,
        sentPerSecond: 1,
        throughPerSecond: perSecond,
        processorSecondsPerMessage: 1,
      },
    ];
    const served = {
      ...{ meanSojourn: 0.02, p99Sojourn: 0.1, twinSojourn: 0.02, fromTwin: -(seconds ?? 0), outOfOrder: 0 },
      overhead: seconds ?? 0,
    };
    return {
      ...{ seed: round + 1, idleDelivery: 1e-4, tries, killed },
      ...(seconds === undefined ? { problem: 'busy' } : { served }),
    };
  });
  const facts = {
    topology: { kind: 'shared' },
    guarantee: 'at-most-once',
    ...{ packages: [], weight: { packages: 0, bytes: 0 } },
  } as const;
  return { broker, software: broker, facts, turns, summary: summaryOf(turns, 0.95) };
}
