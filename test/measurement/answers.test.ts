import { expect, test } from 'vitest';
import { answersOf } from '../../src/measurement/answers.js';
import type { Observations } from '../../src/measurement/observation.js';

const times = (...values: number[]) => Float64Array.from(values);
const none = Number.NaN;

const observations: Observations = {
  count: 4,
  intended: times(1, 2, 4, none),
  sent: times(1, 2, 4, none),
  received: times(1, 2, 4, none),
  started: times(1, 2, 4, none),
  finished: times(3.5, 3, none, none),
  acknowledged: times(3.5, 3, none, none),
  service: times(2, 1, 1, none),
  consumer: Int32Array.of(0, 1, 0, -1),
  clients: {
    client: Int32Array.of(0, 1, 0, -1),
    think: times(1, 2, 0.5, none),
    heard: times(4, 3.5, none, none),
  },
};

test('the way of an answer is from the end of the service, which a virtual one has in its model', () => {
  // 1 and 0.5 from the virtual ends at 3 and 3; 0.5 and 0.5 from the real ones at 3.5 and 3.
  expect(answersOf(observations, 'virtual')).toEqual({ clients: 2, meanWay: 0.75, overtaken: 1 });
  expect(answersOf(observations, 'natural')).toEqual({ clients: 2, meanWay: 0.5, overtaken: 0 });
});

test('there is none without clients, and none before the first answer', () => {
  const { clients: _, ...scheduled } = observations;
  expect(answersOf(scheduled, 'virtual')).toBeUndefined();
  const nobody = { ...observations.clients, heard: new Float64Array(4).fill(none) };
  expect(
    answersOf({ ...observations, clients: nobody as Observations['clients'] & object }, 'virtual'),
  ).toBeUndefined();
});
