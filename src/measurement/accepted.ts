import type { Observations } from './observation.js';

/** Of those for whom the queue had room. */
export function acceptedOf(observations: Observations): Observations {
  const { turnedAway, again, clients } = observations;
  if (turnedAway === undefined) return observations;
  const times = (column: Float64Array) => column.filter((_, i) => turnedAway[i] === 0);
  const numbers = (column: Int32Array) => column.filter((_, i) => turnedAway[i] === 0);
  const intended = times(observations.intended);
  return {
    count: intended.length,
    intended,
    sent: times(observations.sent),
    ...(observations.fetched && { fetched: times(observations.fetched) }),
    received: times(observations.received),
    started: times(observations.started),
    finished: times(observations.finished),
    acknowledged: times(observations.acknowledged),
    service: times(observations.service),
    consumer: numbers(observations.consumer),
    ...(again && {
      again: { due: times(again.due), attempts: again.attempts.filter((_, i) => turnedAway[i] === 0) },
    }),
    ...(clients && {
      clients: { client: numbers(clients.client), think: times(clients.think), heard: times(clients.heard) },
    }),
  };
}
