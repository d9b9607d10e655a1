import { bySending, type Observations } from '../../../measurement/observation.js';
import type { RunCheck } from './check.js';
import { meanServiceOf, tailLimit } from './limits.js';

const mostOvertaken = 0.01;

/** The share of the messages that came to a consumer more than `tolerance` seconds after one that was sent later. */
export function overtaken(observations: Observations, tolerance: number): number {
  const { received, count } = observations;
  let earliest = Number.POSITIVE_INFINITY;
  let behind = 0;
  for (const i of bySending(observations).reverse()) {
    if (earliest < received[i] - tolerance) behind++;
    earliest = Math.min(earliest, received[i]);
  }
  return behind / count;
}

/** In one queue for all; the mean time of a queue is the same in any order, so that nothing else would show it. */
export const order: RunCheck = {
  about: 'whoever was sent first comes to a consumer first',
  advice: 'this broker is not first in, first out: its percentiles are not those of the model',
  falseAlarms: 0,
  readings: ({ observations, topology }) =>
    topology.kind === 'shared' || topology.kind === 'woken'
      ? [
          {
            name: 'messages overtaken by later ones',
            value: overtaken(observations, tailLimit(meanServiceOf(observations))),
            limit: mostOvertaken,
            unit: 'share',
          },
        ]
      : [],
};
