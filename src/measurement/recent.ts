import { dueOf, type Observations } from './observation.js';

/** A run that goes on, as it was a moment ago. */
export interface Recent {
  /** Seconds from the start of the run. */
  readonly at: number;
  /** Messages sent and served, in all. */
  readonly sent: number;
  readonly served: number;
  /** At that moment: messages that the schedule has sent and no consumer has finished. */
  readonly numberInSystem: number;
  /** In the seconds before: messages served per second, work done per second and server. */
  readonly throughput: number;
  readonly utilisation: number;
  /** The longest time by which a message served then had been sent too late, seconds. */
  readonly lateness: number;
}

/** Seconds that count as recent. */
const recentSeconds = 2;

/** The last seconds before the last service that was reported; undefined before the first. */
export function recentOf(observations: Observations, servers: number): Recent | undefined {
  const { count, intended, sent, started, finished, turnedAway } = observations;
  const due = dueOf(observations);
  const at = finished.reduce((latest, time) => (time > latest ? time : latest), 0);
  if (at === 0) return undefined;
  const seconds = Math.min(recentSeconds, at);
  const total = { sent: 0, served: 0, due: 0 };
  let served = 0;
  let work = 0;
  let lateness = 0;
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(sent[i])) total.sent++;
    if (intended[i] <= at && !turnedAway?.[i]) total.due++;
    if (!(finished[i] <= at)) continue;
    total.served++;
    if (finished[i] <= at - seconds) continue;
    served++;
    work += finished[i] - started[i];
    lateness = Math.max(lateness, sent[i] - due[i]);
  }
  return {
    at,
    sent: total.sent,
    served: total.served,
    numberInSystem: total.due - total.served,
    throughput: served / seconds,
    utilisation: work / (servers * seconds),
    lateness,
  };
}
