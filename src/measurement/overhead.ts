import type { ServiceKind } from '../scenario/type.js';
import { asTheyAre, type Lengthening, stretchOf } from './lengthening.js';
import type { Observations } from './observation.js';
import { consumerFree } from './path.js';

/** Of virtual services nothing: their ends are those of the model. Only those that keep a processor busy are stretched. */
export function lengtheningOf(
  observations: Observations,
  kind: ServiceKind,
  served: readonly number[],
): Lengthening {
  if (kind === 'virtual' || served.length === 0) return asTheyAre;
  const stretch = kind === 'cpu' ? stretchOf(observations, served) : 1;
  return { stretch, overhead: meanOverhead(observations, served, stretch) };
}

/**
 * Seconds that the broker and the client add to each service, on average: the time a consumer is taken by a
 * message, from the moment it could have had it, less the service the message brought.
 *
 * @param stretch how many times as long the services were as asked
 */
export function meanOverhead(observations: Observations, served: readonly number[], stretch = 1): number {
  const free = consumerFree(observations);
  const { finished, service } = observations;
  let sum = 0;
  for (const i of served) sum += finished[i] - free[i] - stretch * service[i];
  return sum / served.length;
}

/** Seconds that each served message was on its way to a consumer that was free for it. */
export function transfersOf(observations: Observations, served: readonly number[]): Float64Array {
  const free = consumerFree(observations);
  return Float64Array.from(served, i => observations.received[i] - free[i]);
}
