import { bySending, type Observations } from '../../../measurement/observation.js';
import { overtakingOf } from '../../../measurement/overtaking.js';
import { consumerFree } from '../../../measurement/path.js';
import { latenessOfTakings } from '../../../measurement/takings.js';
import { twinOf } from '../../../measurement/twins/index.js';
import type { Topology } from '../../../result/topology.js';

/**
 * How far the mean time from sending to the end of service lies from that of a queue of the broker's topology
 * with the same sendings and the same occupation of the consumers, relative. Nearly nothing when the broker is
 * such a queue; messages that are bound to a consumer sooner than the topology says show here.
 */
export function queueError(observations: Observations, consumers: number, topology: Topology): number {
  const { sent, finished } = observations;
  const free = consumerFree(observations);
  // Of several senders, or of messages that came again, the numbers are not in the order of the sends.
  const order = bySending(observations);
  const inOrder = (column: Float64Array) => Float64Array.from(order, i => column[i]);
  const arrivals = inOrder(sent);
  const model = twinOf(topology, {
    ...{ arrivals, services: inOrder(finished.map((end, i) => end - free[i])), servers: consumers },
    consumer: Int32Array.from(order, i => observations.consumer[i]),
    ...(topology.kind === 'batch' && { lateness: takingsInOrder(topology.batch) }),
    ...(topology.kind === 'woken' && { overtaking: overtakingOf(observations, consumers) }),
  });
  let modelled = 0;
  let measured = 0;
  for (const [place, i] of order.entries()) {
    modelled += model.finished[place] - arrivals[place];
    measured += finished[i] - sent[i];
  }
  return modelled / measured - 1;

  function takingsInOrder(batch: number) {
    const { sending, asking } = latenessOfTakings(observations, batch);
    return { sending: inOrder(sending), asking: inOrder(asking) };
  }
}
