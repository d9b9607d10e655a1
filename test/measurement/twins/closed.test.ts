import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behindClients, queueOf } from '../../../src/measurement/twins/index.js';
import { limited } from '../../../src/measurement/twins/limited.js';
import { through } from '../../../src/measurement/twins/path.js';
import { sharedQueue } from '../../../src/measurement/twins/shared.js';
import type { Topology } from '../../../src/result/topology.js';

const times = (...values: number[]) => Float64Array.from(values);
const ids = (...values: number[]) => Int32Array.from(values);

test('by hand: two clients at one server, who think 1 and 2 at first, and then 3 and 1', () => {
  const asked = { client: ids(0, 1, 0, 1), think: times(1, 2, 3, 1) };
  const { arrival, started, finished } = behindClients(sharedQueue(1), asked, times(4, 2, 1, 1));
  // The first is served from 1 to 5 and asks again at 8; the second from 5 to 7, and asks again at 8, after the first.
  expect(arrival).toEqual(times(1, 2, 8, 8));
  expect(started).toEqual(times(1, 5, 8, 9));
  expect(finished).toEqual(times(5, 7, 9, 10));
});

test('a client that finds the queue full thinks again at once', () => {
  const asked = { client: ids(0, 1, 1), think: times(1, 2, 1.5) };
  const { arrival, started } = behindClients(limited(sharedQueue(1), 1), asked, times(2, 9, 1));
  expect(arrival).toEqual(times(1, 2, 3.5));
  expect(started).toEqual(times(1, Number.NaN, 3.5));
});

const topologies: readonly Topology[] = [
  { kind: 'shared' },
  { kind: 'private' },
  { kind: 'credit', credit: 2 },
  { kind: 'batch', batch: 3 },
];

test.each(topologies)('the queue of clients is that of their arrivals: $kind', topology => {
  const messages = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 20 }),
    ),
    { minLength: 1, maxLength: 80 },
  );
  fc.assert(
    fc.property(messages, fc.integer({ min: 1, max: 3 }), (drawn, servers) => {
      const column = (of: 0 | 1 | 2) => Float64Array.from(drawn, row => row[of]);
      const consumer = Int32Array.from(drawn, (_, i) => i % servers);
      const services = column(2);
      const asked = { client: Int32Array.from(column(0)), think: column(1) };
      const { arrival, started } = behindClients(queueOf(topology, { servers, consumer }), asked, services);
      const order = [...arrival.keys()].sort((a, b) => arrival[a] - arrival[b] || a - b);
      const sorted = (values: Float64Array) => Float64Array.from(order, i => values[i]);
      const again = queueOf(topology, { servers, consumer: Int32Array.from(order, i => consumer[i]) });
      expect(through(again, sorted(arrival), sorted(services)).started).toEqual(sorted(started));
    }),
    { seed: 6 },
  );
});

test('who finds as many as there is room for is turned away, and nobody else', () => {
  const { started } = through(limited(sharedQueue(1), 2), times(0, 1, 2, 4, 4), times(4, 3, 3, 1, 1));
  // At 2 there are two; at 4 the first has just left, so that one of the two who come then finds room.
  expect(started).toEqual(times(0, 4, Number.NaN, 7, Number.NaN));
});
