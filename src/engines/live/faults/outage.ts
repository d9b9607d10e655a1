import type { Observations } from '../../../measurement/observation.js';
import type { Suffered } from '../../../result/result.js';
import { type FaultSpec, usualFaultLength } from '../../../scenario/type.js';

/** Faults with the outage that each was, where it was one, and with those who waited when the server was killed. */
export const withOutages = (faults: readonly FaultSpec[], observations: Observations): Suffered[] =>
  faults.map(fault => {
    const outage = outageOf(fault, observations);
    const waiting = fault.fault === 'restart' ? { waiting: waitingAt(fault.at, observations) } : {};
    return { ...fault, ...(outage !== undefined && { outage }), ...waiting };
  });

/** Messages that had been sent and had not come to any consumer. */
const waitingAt = (time: number, { sent, received }: Observations): number =>
  sent.filter((at, i) => at <= time && !(received[i] <= time)).length;

/**
 * The longest time, seconds, in which no message came to any consumer, or of a cut to that consumer, among those that
 * the fault lies in or touches; undefined where no message came afterwards.
 */
function outageOf(
  { fault, at, consumer, for: length = usualFaultLength }: FaultSpec,
  observations: Observations,
): number | undefined {
  if (fault !== 'restart' && fault !== 'cut') return undefined;
  const times = observations.received
    .filter((_, i) => consumer === undefined || observations.consumer[i] === consumer - 1)
    .filter(time => !Number.isNaN(time))
    .sort();
  const over = at + length;
  let longest: number | undefined;
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1], times[i]];
    if (to > at && from < over) longest = Math.max(longest ?? 0, to - from);
  }
  return longest;
}
