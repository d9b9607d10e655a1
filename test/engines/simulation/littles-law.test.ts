import { expect, test } from 'vitest';
import { Ledger } from '../../../src/engines/simulation/ledger.js';
import { littlesLaw } from '../../../src/engines/simulation/littles-law.js';
import { booksOf, shapesOf } from '../../../src/engines/simulation/network/books.js';
import { networkOf } from '../../../src/engines/simulation/network/build.js';
import { NetworkRun } from '../../../src/engines/simulation/network/network-run.js';
import { Watch } from '../../../src/engines/simulation/network/watch.js';
import { Recursion } from '../../../src/engines/simulation/recursion.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { singleStation } from '../../../src/scenario/single-station.js';
import { Customers } from '../../../src/workload/customers.js';
import { answerTo } from './answer.js';

const length = 2000;

/** The ledgers after four batches, the last in two pieces. */
function run(text: string): { compared: number; worst: number } {
  const scenario = parseScenario(text);
  const books = booksOf(scenario);
  const ledgers = shapesOf(books).map(shape => new Ledger(shape));
  const network = new NetworkRun(scenario, 1, 0, 0);
  for (let batch = 0; batch < 3; batch++)
    network.advance(ledgers, batch, batch * length, (batch + 1) * length);
  network.advance(ledgers, 3, 3 * length, 3.5 * length);
  network.advance(ledgers, 3, 3.5 * length, 4 * length);
  return littlesLaw(books, [ledgers]);
}

test.each([
  ['three servers', '{ arrivals: 2.4/s, service: 1s, servers: 3 }', 2],
  [
    'a network with feedback',
    `
arrivals: 1/s
stations: { a: { servers: 1, service: 500ms }, b: { servers: 2, service: 1s } }
routes: { arrive: a, a: b, b: { a: 0.2, leave: 0.8 } }`,
    4,
  ],
  ['a shared server', '{ arrivals: 0.8/s, service: 1s, servers: 1, discipline: ps }', 1],
  ['services interrupted', '{ arrivals: 1/s, service: 600ms, servers: 1, discipline: srpt }', 1],
  ['a full buffer', '{ arrivals: 2/s, service: 1s, servers: 1, capacity: 4 }', 1],
  ['the impatient', '{ arrivals: 2/s, service: 1s, servers: 1, patience: 3s }', 1],
  [
    'those who come again',
    '{ classes: { a: { arrivals: 0.6/s, retry: { delay: 2s, maxAttempts: 9 } } }, stations: { q: { service: 1s, servers: 1, capacity: 1, whenFull: retry } } }',
    1,
  ],
  ['services of several at once', '{ arrivals: 3/s, service: 1s, servers: 1, batchService: { size: 5 } }', 1],
])('%s: the areas counted are the times that customers were there', (_, text, compared) => {
  const found = run(text);
  expect(found.compared).toBe(compared);
  expect(found.worst).toBeLessThan(1e-11);
});

test('the recursion: by hand, and against the times that it records', () => {
  const scenario = parseScenario(
    '{ arrivals: { process: deterministic, rate: 1/s }, service: { distribution: deterministic, value: 1500ms }, servers: 1 }',
  );
  const single = singleStation(scenario);
  if (typeof single === 'string') throw new Error(single);
  const ledger = new Ledger();
  new Recursion(new Customers(single, 1, 0), 1, 0).advance([ledger], 0, 0, 10);
  // They come at 1, 2, 3 ... 9; services last from 1 to 2.5, 4, 5.5, 7, 8.5 and 10. Five have left by then, who stayed 1.5,
  // 2, 2.5, 3 and 3.5 s; the others have been there for 4, 3, 2 and 1 s.
  expect(ledger.sum(0, 'countedNumber')).toBeCloseTo(1.5 + 2 + 2.5 + 3 + 3.5 + 4 + 3 + 2 + 1, 12);
  // The waits of the five and of the sixth, from 6 to 8.5; three still wait.
  expect(ledger.sum(0, 'countedLine')).toBeCloseTo(0 + 0.5 + 1 + 1.5 + 2 + 2.5 + 3 + 2 + 1, 12);
  expect(littlesLaw(booksOf(scenario), [[ledger]])).toEqual({ compared: 2, worst: expect.closeTo(0, 12) });
});

test('a customer whose time is wrong breaks it, and then there is no result', () => {
  const scenario = parseScenario('{ arrivals: 2.4/s, service: 1s, servers: 3 }');
  const books = booksOf(scenario);
  const ledgers = shapesOf(books).map(shape => new Ledger(shape));
  const { network, visits } = networkOf(scenario, 1, 0, 0);
  const watch = new Watch(network, 1, 1);
  network.watch = watch;
  visits.open(ledgers, 0);
  watch.open(ledgers, 0, 0);
  network.advance(length / 2);
  const present = network.population.station.indexOf(0);
  network.population.joined[present] -= 1;
  network.advance(length);
  visits.close(length);
  watch.close(length);
  expect(() => littlesLaw(books, [ledgers])).toThrow(
    /Little's law does not hold for the number at "queue".*defect of the simulator/,
  );
});

test('a result says how well it was obeyed', async () => {
  const { simulation } = await answerTo('{ arrivals: 0.5/s, service: 1s, servers: 1 }');
  expect(simulation?.littlesLaw?.compared).toBe(2);
  expect(simulation?.littlesLaw?.worst).toBeLessThan(1e-9);
});
