import type { Observations } from './observation.js';
import { consumerFree } from './path.js';

/**
 * Seconds that the broker and the client add to each service, on average: the time a consumer is taken by a
 * message, from the moment it could have had it, less the service the message brought.
 */
export function meanOverhead(observations: Observations, served: readonly number[]): number {
  const free = consumerFree(observations);
  const { finished, service } = observations;
  let sum = 0;
  for (const i of served) sum += finished[i] - free[i] - service[i];
  return sum / served.length;
}

/** Seconds that each served message was on its way to a consumer that was free for it. */
export function transfersOf(observations: Observations, served: readonly number[]): Float64Array {
  const free = consumerFree(observations);
  return Float64Array.from(served, i => observations.received[i] - free[i]);
}
