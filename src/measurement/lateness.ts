import type { Topology } from '../result/topology.js';
import { dueOf, type Observations } from './observation.js';
import { latenessOfTakings } from './takings.js';
import type { Lateness } from './twins/lateness.js';

/**
 * Of virtual services: how late each message was sent and each end noticed; of batches with what their takings show
 * besides of who came first, as that decides who goes along.
 */
export function latenessAtQueue(observations: Observations, topology: Topology): Lateness {
  const seen = seenLateness(observations);
  if (topology.kind !== 'batch') return seen;
  const besides = latenessOfTakings(observations, topology.batch);
  const both = (a: Float64Array, b: Float64Array) => a.map((time, i) => time + b[i]);
  return { sending: both(seen.sending, besides.sending), asking: both(seen.asking, besides.asking) };
}

/** How long after its due each message was sent, how long after its end each service was noticed; 0 where nobody saw. */
function seenLateness(observations: Observations): Lateness {
  const { sent, started, service, finished } = observations;
  const due = dueOf(observations);
  const seen = (time: number) => (Number.isFinite(time) ? Math.max(0, time) : 0);
  return {
    sending: sent.map((time, i) => seen(time - due[i])),
    asking: finished.map((time, i) => seen(time - started[i] - service[i])),
  };
}
