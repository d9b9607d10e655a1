import type { Decomposition } from '../result/result.js';
import { dueOf, type Observations } from './observation.js';
import { consumerFree } from './path.js';

/**
 * The mean life of a served message, part by part; the parts sum to the whole, message by message. The wait
 * ends when its consumer had nothing else to do; from then on it was on its way.
 *
 * @param served messages that were acknowledged
 * @returns undefined when there are none
 */
export function decompose(observations: Observations, served: readonly number[]): Decomposition | undefined {
  const whole = served.filter(i => Number.isFinite(observations.acknowledged[i]));
  if (whole.length === 0) return undefined;
  const { intended, sent, received, finished, acknowledged } = observations;
  const due = dueOf(observations);
  const free = consumerFree(observations);
  const mean = (part: (i: number) => number) => whole.reduce((sum, i) => sum + part(i), 0) / whole.length;
  return {
    ...(observations.again && { outside: mean(i => due[i] - intended[i]) }),
    lateness: mean(i => sent[i] - due[i]),
    wait: mean(i => free[i] - sent[i]),
    transfer: mean(i => received[i] - free[i]),
    processing: mean(i => finished[i] - received[i]),
    acknowledgement: mean(i => acknowledged[i] - finished[i]),
    total: mean(i => acknowledged[i] - intended[i]),
  };
}
