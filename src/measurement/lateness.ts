import { dueOf, type Observations } from './observation.js';
import type { Lateness } from './twins/lateness.js';

/** Of virtual services: how long after its due each message was sent, how long after its end each service was noticed; 0 where nobody saw. */
export function latenessOf(observations: Observations): Lateness {
  const { sent, started, service, finished } = observations;
  const due = dueOf(observations);
  const seen = (time: number) => (Number.isFinite(time) ? Math.max(0, time) : 0);
  return {
    sending: sent.map((time, i) => seen(time - due[i])),
    asking: finished.map((time, i) => seen(time - started[i] - service[i])),
  };
}
