import { expect, test } from 'vitest';
import { drainTimeOf } from '../../src/measurement/drain-time.js';

const times = (...values: number[]) => Float64Array.from(values);
const path = (arrival: Float64Array, serviceStart: Float64Array) => ({
  arrival,
  serviceStart,
  finish: serviceStart.map(start => start + 1),
});

test('the first moment at which all who came have begun, one who comes meanwhile included', () => {
  // Three at the start and one at 1.5, at one server: the fourth begins at 3, with nobody behind it.
  expect(drainTimeOf(path(times(0, 0, 0, 1.5, 9), times(0, 1, 2, 3, 9)))).toBe(3);
});

test('a backlog that every server takes at once is gone at once', () => {
  expect(drainTimeOf(path(times(0, 0, 5), times(0, 0, 5)))).toBe(0);
});

test('a queue that empties only because nobody comes any more has not drained', () => {
  expect(drainTimeOf(path(times(0, 0, 0, 1.5), times(0, 1, 2, 3)))).toBeUndefined();
  expect(drainTimeOf(path(times(), times()))).toBeUndefined();
});
