import { expect, test } from 'vitest';
import { asLive } from '../../src/scenario/attempts/as-live.js';
import { parseScenario } from '../../src/scenario/parse.js';

const scenario = (more: string, live = 'broker: redis-list') =>
  parseScenario(`{ arrivals: 50/s, service: 20ms, servers: 2, ${more}, live: { ${live} } }`);

test('what fails at the station fails on the queue', () => {
  const moved = asLive(scenario('failing: { customers: 5% }, poison: 1%, maxDeliveries: 4'));
  const said = scenario('capacity: 9', 'broker: redis-list, failing: 5%, poison: 1%, maxDeliveries: 4');
  const { capacity: _, ...queue } = said.stations.queue;
  expect(moved).toEqual({ ...said, stations: { queue } });
});

test('who says nothing of failures is left alone', () => {
  const plain = scenario('capacity: 9', 'broker: zeromq, failing: 5%');
  expect(asLive(plain)).toBe(plain);
});

test.each([
  ['lease: 3s', 'broker: zeromq', 'renew theirs'],
  ['failing: 5%, redelivery: { delay: 1s }', 'broker: zeromq', 'deliver it again at once'],
  ['failing: 5%', 'broker: zeromq, failing: 3%', 'said twice'],
  ['failing: 5%', 'broker: redis-list-pop', 'redis-list-pop delivers nothing again'],
  ['failing: 95%', 'broker: zeromq', 'more than 90 %'],
])('%s with %s is refused', (more, live, reason) => {
  expect(asLive(scenario(more, live))).toMatch(new RegExp(reason));
});
