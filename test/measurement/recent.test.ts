import { expect, test } from 'vitest';
import type { Observations } from '../../src/measurement/observation.js';
import { recentOf } from '../../src/measurement/recent.js';

const unseen = Number.NaN;

/** Five messages on two servers: three served, one in service, one waiting. Seconds. */
const halfway: Observations = {
  count: 6,
  intended: Float64Array.of(0, 1, 4, 4.5, 5, 9),
  sent: Float64Array.of(0.1, 1, 4.25, 4.5, 5, unseen),
  received: Float64Array.of(0.1, 1, 4.25, 4.5, unseen, unseen),
  started: Float64Array.of(0.1, 1, 4.25, unseen, unseen, unseen),
  finished: Float64Array.of(1.1, 3.5, 5, unseen, unseen, unseen),
  acknowledged: Float64Array.of(1.1, 3.5, 5, unseen, unseen, unseen),
  service: Float64Array.of(1, 2.5, 0.75, 1, 1, 1),
  consumer: Int32Array.of(0, 1, 0, -1, -1, -1),
};

test('the two seconds before the last service that was reported', () => {
  // From 3 s to 5 s: the services that ended at 3.5 s and 5 s took 2.5 s and 0.75 s.
  expect(recentOf(halfway, 2)).toEqual({
    at: 5,
    sent: 5,
    served: 3,
    numberInSystem: 2,
    throughput: 1,
    utilisation: 3.25 / 4,
    lateness: 0.25,
  });
});

test('a run that has just begun counts from its start', () => {
  const begun = { ...halfway, finished: halfway.finished.map(end => (end < 2 ? end : unseen)) };
  expect(recentOf(begun, 2)).toMatchObject({ at: 1.1, served: 1, numberInSystem: 1, throughput: 1 / 1.1 });
});

test('nothing to tell before the first message is through', () => {
  expect(recentOf({ ...halfway, finished: halfway.finished.map(() => unseen) }, 2)).toBeUndefined();
});
