import type { Observations } from '../../../measurement/observation.js';
import { consumerFree } from '../../../measurement/path.js';
import { kieferWolfowitz } from '../../../measurement/twin.js';

/**
 * How far the mean time from sending to the end of service lies from that of one first-come-first-served queue
 * with the same sendings and the same occupation of the consumers, relative. Nearly nothing when the broker is
 * such a queue; prefetching and private queues show here.
 */
export function centralQueueError(observations: Observations, consumers: number): number {
  const { sent, finished, count } = observations;
  const free = consumerFree(observations);
  const occupied = finished.map((end, i) => end - free[i]);
  const model = kieferWolfowitz(sent, occupied, consumers);
  let modelled = 0;
  let measured = 0;
  for (let i = 0; i < count; i++) {
    modelled += model.finished[i] - sent[i];
    measured += finished[i] - sent[i];
  }
  return modelled / measured - 1;
}
