import { answerOf } from '../answer.js';
import type { Answer, Source } from '../model.js';
import type { StationCase } from './case.js';

/** The wait of a class at the station, and what else is known of it. */
export interface ClassWait {
  readonly meanWait?: number;
  readonly probabilityOfWait?: number;
  readonly probabilityOfLoss?: number;
  readonly wait?: Answer['wait'];
  readonly sojourn?: Answer['sojourn'];
}

/** All that follows for each class from how long it waits before a service that is then finished. */
export const byWaits = ({ visitors }: StationCase, source: Source, waits: readonly ClassWait[]): Answer[] =>
  visitors.map(({ arrivals, service }, k) =>
    ofClass(answerOf({ ...plain, arrivals, service }, { source, ...waits[k] })),
  );

const plain = { servers: Number.POSITIVE_INFINITY, capacity: Number.POSITIVE_INFINITY, discipline: 'fcfs' };

/** Of a class nobody asks how busy it keeps the servers or how long they take. */
function ofClass({ measures: { meanService, ...measures }, ...laws }: Answer): Answer {
  return { measures, ...laws };
}

/** Where an arrival finds the same whatever its class: all wait alike, and differ in their services. */
export function alike(given: StationCase, { measures, wait, sojourn }: Answer): Answer[] {
  const { meanWait, probabilityOfWait, probabilityOfLoss } = measures;
  const source = (meanWait ?? probabilityOfWait ?? probabilityOfLoss)?.source;
  if (source === undefined) return given.visitors.map(() => ({ measures: {} }));
  const each: ClassWait = {
    ...(meanWait && { meanWait: meanWait.value }),
    ...(probabilityOfWait && { probabilityOfWait: probabilityOfWait.value }),
    ...(probabilityOfLoss && { probabilityOfLoss: probabilityOfLoss.value }),
    ...(wait && { wait }),
    ...(sojourn && given.oneLaw && { sojourn }),
  };
  return byWaits(
    given,
    source,
    given.visitors.map(() => each),
  );
}
