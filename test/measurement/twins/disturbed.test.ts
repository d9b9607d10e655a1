import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditQueue } from '../../../src/measurement/twins/credit.js';
import { disturbedQueue } from '../../../src/measurement/twins/index.js';
import { through } from '../../../src/measurement/twins/path.js';
import { prefetchQueue } from '../../../src/measurement/twins/prefetch.js';
import { sharedQueue } from '../../../src/measurement/twins/shared.js';

const times = (...values: number[]) => Float64Array.from(values);
const both = { arrivals: times(0, 1, 2, 3), services: times(10, 10, 2, 2), servers: 2 };
const kill = { fault: 'kill', at: 4, consumer: 1 } as const;

const customers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 })), { maxLength: 50 })
  .map(drawn => {
    let clock = 0;
    const arrivals = Float64Array.from(drawn, ([gap]) => (clock += gap));
    return { arrivals, services: Float64Array.from(drawn, ([, service]) => service) };
  });
const few = fc.integer({ min: 1, max: 4 });

test.each([
  ['of Kiefer and Wolfowitz', () => ({}), sharedQueue],
  ['with prefetch', (n: number) => ({ room: 1 + n }), prefetchQueue],
  ['with credit', (n: number) => ({ room: n, fewestFirst: true, unheard: true }), creditQueue],
])('without faults it is the queue %s', (_, rule, queue) => {
  fc.assert(
    fc.property(customers, few, few, ({ arrivals, services }, servers, n) => {
      const { started, finished } = disturbedQueue({ arrivals, services, servers, faults: [], ...rule(n) });
      expect({ started, finished }).toEqual(through(queue(servers, n), arrivals, services));
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

test('the server that dies is the one that served last whom the dead consumer was seen to serve last', () => {
  const arrivals = times(0, 1, 3, 3.5);
  const services = times(1.5, 1, 5, 5);
  // The model's first server gets the third customer; the consumer that was seen with the first customer is number 2.
  const seen = Int32Array.of(1, 0, -1, -1);
  const at = { ...kill, at: 4, consumer: 2 };
  const { finished } = disturbedQueue({ arrivals, services, servers: 2, faults: [at], seen });
  expect(finished).toEqual(times(1.5, 2, Number.NaN, 8.5));
});

test('a killed server that takes several at once loses all it holds', () => {
  const arrivals = times(0, 1, 1, 1, 1);
  const services = times(4, 3, 3, 3, 3);
  const at = { ...kill, at: 5, consumer: 1 };
  const { finished, lost } = disturbedQueue({ arrivals, services, servers: 1, batch: 3, faults: [at] });
  expect(finished[0]).toBe(4);
  expect(lost).toBe(4);
});

test('what a killed server had fetched ahead comes back with what it served, in their order', () => {
  // The first server holds 0 and 2, the second 1 and 3; 4 waits until the second has room, at 11.
  const five = { arrivals: times(0, 1, 2, 3, 3.5), services: times(10, 10, 2, 2, 2), servers: 2, room: 2 };
  expect(disturbedQueue({ ...five, faults: [] }).started).toEqual(times(0, 1, 10, 11, 12));
  const { started, finished, lost } = disturbedQueue({ ...five, faults: [kill], lease: 5 });
  expect(lost).toBe(0);
  // At 9 come 0 and 2 again: the second server, full until 11, fetches 0 then, 2 at 13 and 4 at 23.
  expect(started).toEqual(times(0, 1, 23, 11, 25));
  expect(finished).toEqual(times(23, 11, 25, 13, 27));
  expect(disturbedQueue({ ...five, faults: [kill] }).lost).toBe(2);
});

test('a dispatcher that hears of no death gives to the dead until the lease runs out', () => {
  const four = { arrivals: times(0, 1, 6, 7), services: times(2, 2, 4, 1), servers: 2 };
  const credit = { room: 1, fewestFirst: true, lease: 5, faults: [kill] };
  expect(disturbedQueue({ ...four, ...credit }).started).toEqual(times(0, 1, 6, 10));
  // Both are free at 4, the dead one for longer: it gets 2 at 6, which comes back at 9; the other gets 3 at 7.
  const { started, lost } = disturbedQueue({ ...four, ...credit, unheard: true });
  expect(started).toEqual(times(0, 1, 9, 7));
  expect(lost).toBe(0);
});

test('whoever comes before a free server asks goes along, and is lost with it', () => {
  const [arrivals, services] = [times(0, 1, 4.001, 9), times(4, 3, 3, 3)];
  const lateness = { sending: times(0, 0, 0, 0), asking: times(0.01, 0, 0, 0) };
  const input = { arrivals, services, servers: 1, batch: 3, lateness };
  // The server is free at 4 and asks at 4.01; the second is served from 4 on.
  expect(disturbedQueue({ ...input, faults: [] }).finished).toEqual(times(4, 7, 10, 13));
  expect(disturbedQueue({ ...input, faults: [{ ...kill, at: 5, consumer: 1 }] }).lost).toBe(3);
  // Whoever was stopped for a second asks late because of that, which the fault itself says.
  const stopped = { ...lateness, asking: times(1, 0, 0, 0) };
  expect(disturbedQueue({ ...input, lateness: stopped, faults: [] }).finished).toEqual(times(4, 7, 10, 13));
});

test('a server that is cut off serves what it holds, and takes nobody until it is back', () => {
  const cut = { fault: 'cut', at: 4, consumer: 1, for: 8 } as const;
  // The first ends at 10 all the same, but its server is away until 12; the second at 11, and takes both others.
  expect(disturbedQueue({ ...both, faults: [cut] }).finished).toEqual(times(10, 11, 13, 14));
  // With a lease of 5 the first goes to the second server at 11, once more.
  const again = disturbedQueue({ ...both, faults: [cut], lease: 5 });
  expect(again.finished).toEqual(times(10, 11, 14, 16));
  expect(again.lost).toBe(0);
});

test('a sender that is cut off brings all it could not send when it is back', () => {
  const cut = { fault: 'cut', at: 0.5, for: 2 } as const;
  const { started } = disturbedQueue({ ...both, faults: [cut] });
  expect(started).toEqual(times(0, 2.5, 10, 12));
});

test('a queue that is killed lets services end and nobody begin until it is back; those who wait are kept or gone', () => {
  const restart = { fault: 'restart', at: 2.5, for: 9 } as const;
  const kept = disturbedQueue({ ...both, faults: [restart] });
  // Services end at 10 and 11, the queue is back at 11.5, with the third from before and the fourth from meanwhile.
  expect(kept.finished).toEqual(times(10, 11, 13.5, 13.5));
  const gone = disturbedQueue({ ...both, faults: [restart], forgets: true });
  expect(gone.finished).toEqual(times(10, 11, Number.NaN, 13.5));
  expect(gone.lost).toBe(1);
});

test('when all are dead the rest is lost', () => {
  const { lost } = disturbedQueue({ ...both, servers: 1, faults: [kill], lease: 1 });
  expect(lost).toBe(4);
});

test('what a killed server had served and not acknowledged is served again, and was done at its first end', () => {
  // The first server ends 0 at 2, 2 at 5 and 4 at 8; the second 1 at 3, 3 at 6.
  const six = { arrivals: times(0, 1, 3, 4, 6, 30), services: times(2, 2, 2, 2, 2, 2), servers: 2, lease: 5 };
  const faults = [{ ...kill, at: 9 }];
  const by = (every: number, within: number) =>
    disturbedQueue({ ...six, faults, together: { every, within } });
  expect(disturbedQueue({ ...six, faults }).again).toBe(0);
  expect(by(5, 100).again).toBe(3);
  expect(by(5, 100).finished).toEqual(disturbedQueue({ ...six, faults }).finished);
  // Two at 5 together, and the third alone; by time, those of 2 and 5 at 6.
  expect(by(2, 100).again).toBe(1);
  expect(by(5, 4).again).toBe(1);
});
