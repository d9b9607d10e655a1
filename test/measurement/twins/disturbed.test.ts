import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disturbedQueue, kieferWolfowitz } from '../../../src/measurement/twins/index.js';

const times = (...values: number[]) => Float64Array.from(values);
const both = { arrivals: times(0, 1, 2, 3), services: times(10, 10, 2, 2), servers: 2 };
const kill = { fault: 'kill', at: 4, consumer: 1 } as const;

test('without faults it is the queue of Kiefer and Wolfowitz', () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 })), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(customers, fc.integer({ min: 1, max: 4 }), (drawn, servers) => {
      let clock = 0;
      const arrivals = Float64Array.from(drawn, ([gap]) => (clock += gap));
      const services = Float64Array.from(drawn, ([, service]) => service);
      const { started, finished } = disturbedQueue({ arrivals, services, servers, faults: [] });
      expect({ started, finished }).toEqual(kieferWolfowitz(arrivals, services, servers));
    }),
    { seed: 6 },
  );
});

test('a killed server loses the customer in its hands, and the other serves the rest', () => {
  const { started, finished, lost } = disturbedQueue({ ...both, faults: [kill] });
  expect(lost).toBe(1);
  expect(finished[0]).toBeNaN();
  expect(started.slice(1)).toEqual(times(1, 11, 13));
  expect(finished.slice(1)).toEqual(times(11, 13, 15));
});

test('with a lease that customer comes first again when the lease has run out', () => {
  const { finished, lost } = disturbedQueue({ ...both, faults: [kill], lease: 5 });
  expect(lost).toBe(0);
  // The second until 11, then the first once more, then the others.
  expect(finished).toEqual(times(21, 11, 23, 25));
});

test('a stopped server begins nothing until it goes on; its service ends when it would have, or with the stop', () => {
  const pause = { fault: 'pause', at: 4, consumer: 1, for: 8 } as const;
  // The first would have ended at 10 and ends at 12; the second at 11, then the third; the fourth at 12.
  expect(disturbedQueue({ ...both, faults: [pause] }).finished).toEqual(times(12, 11, 13, 14));
});

test('a slow server takes so many times as long for what it begins', () => {
  const slow = { fault: 'slow', at: 0, consumer: 1, for: 5, factor: 3 } as const;
  const { finished } = disturbedQueue({ arrivals: times(1), services: times(2), servers: 1, faults: [slow] });
  expect(finished).toEqual(times(7));
});

test('when all are dead the rest is lost', () => {
  const { lost } = disturbedQueue({ ...both, servers: 1, faults: [kill], lease: 1 });
  expect(lost).toBe(4);
});
