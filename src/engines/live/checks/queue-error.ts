import type { Observations } from '../../../measurement/observation.js';
import { consumerFree } from '../../../measurement/path.js';
import { twinOf } from '../../../measurement/twins/index.js';
import type { Topology } from '../../../result/topology.js';

/**
 * How far the mean time from sending to the end of service lies from that of a queue of the broker's topology
 * with the same sendings and the same occupation of the consumers, relative. Nearly nothing when the broker is
 * such a queue; messages that are bound to a consumer sooner than the topology says show here.
 */
export function queueError(observations: Observations, consumers: number, topology: Topology): number {
  const { sent, finished, count, consumer } = observations;
  const free = consumerFree(observations);
  const occupied = finished.map((end, i) => end - free[i]);
  const model = twinOf(topology, { arrivals: sent, services: occupied, servers: consumers, consumer });
  let modelled = 0;
  let measured = 0;
  for (let i = 0; i < count; i++) {
    modelled += model.finished[i] - sent[i];
    measured += finished[i] - sent[i];
  }
  return modelled / measured - 1;
}
