import { expect, test } from 'vitest';
import { ledgerBytes } from '../../../src/engines/simulation/ledger.js';
import { type Books, shapesOf } from '../../../src/engines/simulation/network/books.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const names = (count: number) => Array.from({ length: count }, (_, i) => `s${i}`);

test('very many stations keep sums and no times, journeys keep both, and memory stays small', () => {
  const few = {
    stations: names(8),
    classes: ['a', 'b'],
    journeys: true,
    staffed: [] as boolean[],
    states: 0,
  };
  const timed = (books: Books) => shapesOf(books).map(shape => shape.timed);
  expect(timed(few)).toEqual(Array(18).fill(true));
  const many = { ...few, stations: names(1000) };
  expect(timed(many).slice(-2)).toEqual([true, true]);
  expect(timed(many).slice(0, -2)).toEqual(Array(2000).fill(false));
  const bytes = 16 * shapesOf(many).reduce((sum, shape) => sum + ledgerBytes(shape), 0);
  expect(bytes).toBeLessThan(100e6);
  // The visits of a single station are its journeys.
  expect(timed({ ...few, stations: ['s'], classes: names(50), journeys: false })).toEqual(
    Array(50).fill(true),
  );
});

test('forty stations side by side: each an M/M/1, percentiles of the journey alone', async () => {
  const stations = names(40);
  const { stations: parts = {}, sojournQuantiles } = await answerTo(`
arrivals: 20/s
stations: { ${stations.map(name => `${name}: { servers: 1, service: 1s }`).join(', ')} }
routes: { arrive: { random: [${stations.join(', ')}] }, ${stations.map(name => `${name}: leave`).join(', ')} }
run: { precision: 1%, stopOn: [meanSojourn] }
`);
  expectCovered(parts.s7.measures, { throughput: 0.5, utilisation: 0.5, meanSojourn: 2 });
  expect(parts.s7.sojournQuantiles).toEqual([]);
  const median = sojournQuantiles.find(({ p }) => p === 0.5);
  if (median?.kind !== 'sampled') throw new Error('no median');
  expect(median.low).toBeLessThanOrEqual(2 * Math.LN2);
  expect(median.high).toBeGreaterThanOrEqual(2 * Math.LN2);
});
