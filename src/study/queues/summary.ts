import { type OverRounds, overRounds } from '../../comparison/rounds.js';
import type { QueueSummary, Served, Turn } from './type.js';

/** @param turns one at least */
export function summaryOf(turns: readonly Turn[], confidence: number): QueueSummary {
  const over = (values: readonly number[]) => overRounds(values, confidence) as OverRounds;
  const served = turns.flatMap(turn => turn.served ?? []);
  const most = turns.map(({ tries }) => tries[tries.length - 1]);
  return {
    idleDelivery: over(turns.map(turn => turn.idleDelivery)),
    through: turns[0].tries.map(({ inFlight }, i) => ({
      inFlight,
      perSecond: over(turns.map(({ tries }) => tries[i].throughPerSecond)),
    })),
    processorSecondsPerMessage: over(most.map(one => one.processorSecondsPerMessage)),
    ...(served.length > 0 && {
      served: Object.fromEntries(
        (Object.keys(served[0]) as (keyof Served)[]).map(name => [name, over(served.map(one => one[name]))]),
      ) as Record<keyof Served, OverRounds>,
    }),
  };
}
