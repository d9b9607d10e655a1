import { nonIncreasing } from '../statistics/non-increasing.js';
import { bySending, type Observations } from './observation.js';
import type { Overtaking } from './twins/woken.js';

/** A message that was sent while a consumer waited and another was at work. */
interface Race {
  /** Seconds from its sending until the first of those at work ended. */
  readonly lead: number;
  /** Whether that one had it, and not the one that was woken for it. */
  readonly overtaken: boolean;
}

/**
 * How often a consumer that ended was faster than one that was woken, by how much later it ended than the message was
 * sent: the more the less often, and else of any form. It knows of the races of this run who won, and nothing of waits.
 */
export function overtakingOf(observations: Observations, consumers: number): Overtaking {
  const steps = nonIncreasing(
    racesOf(observations, consumers).map(({ lead, overtaken }) => ({ at: lead, value: overtaken ? 1 : 0 })),
  );
  return lead => (steps.findLast(({ from }) => from <= lead) ?? steps[0])?.value ?? 0;
}

function racesOf(observations: Observations, consumers: number): Race[] {
  const { sent, finished, consumer } = observations;
  /** When each consumer has ended what was sent up to now. */
  const end = new Float64Array(consumers).fill(Number.NEGATIVE_INFINITY);
  const races: Race[] = [];
  for (const i of bySending(observations)) {
    if (Number.isNaN(finished[i])) continue;
    const atWork = [...end.keys()].filter(k => end[k] > sent[i]);
    if (atWork.length > 0 && atWork.length < consumers) {
      const first = atWork.reduce((a, b) => (end[b] < end[a] ? b : a));
      races.push({ lead: end[first] - sent[i], overtaken: consumer[i] === first });
    }
    end[consumer[i]] = finished[i];
  }
  return races;
}
