import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forkJoinPair } from '../../../src/engines/theory/formulas/fork-join.js';
import { root } from '../../architecture/imports.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const text = (name: string) => readFileSync(join(root, 'scenarios', `${name}.yaml`), 'utf8');

test('two servers: Flatto and Hahn', async () => {
  const { meanSojourn } = forkJoinPair.solve({ arrivalRate: 0.1, meanService: 6, tasks: 2 });
  const { measures, stations } = await answerTo(text('fork-join'), ['run.precision=3%']);
  expectCovered(measures, {
    meanSojourn: meanSojourn,
    meanNumberInSystem: 0.1 * meanSojourn,
    throughput: 0.1,
  });
  for (const desk of ['packing', 'invoicing'])
    expectCovered(stations?.[desk].measures ?? {}, { utilisation: 0.6, meanSojourn: 15, throughput: 0.1 });
  expect(measures.meanWait).toBeUndefined();
});

test('a quorum where nobody waits: the order statistics of three exponential times', async () => {
  const { measures, sojournQuantiles, stations } = await answerTo(text('quorum'), [
    'run.precision=2%',
    'run.stopOn=[meanSojourn]',
  ]);
  expectCovered(measures, { meanSojourn: 0.02 * (1 / 3 + 1 / 2), meanNumberInSystem: 200 * 0.02 * (5 / 6) });
  // Those not needed are served nevertheless.
  expectCovered(stations?.north.measures ?? {}, { throughput: 200, meanNumberInSystem: 4 });
  // P(T <= t) = 3 F^2 - 2 F^3 is 1/2 at F = 1/2.
  const median = sojournQuantiles.find(({ p }) => p === 0.5);
  if (median?.kind !== 'sampled') throw new Error('no median');
  expect(median.low).toBeLessThanOrEqual(0.02 * Math.LN2);
  expect(median.high).toBeGreaterThanOrEqual(0.02 * Math.LN2);
});

describe('parts that are called away', () => {
  test('when the first of two is done: one server of twice the speed', async () => {
    const { measures, stations } = await answerTo(text('hedged-requests'), ['run.precision=3%']);
    expectCovered(measures, { meanSojourn: 0.05, meanNumberInSystem: 4, throughput: 80 });
    expectCovered(stations?.first.measures ?? {}, { utilisation: 0.8, meanSojourn: 0.05 });
  });

  test('out of the line as well: a part that waits behind others costs nothing', async () => {
    // The slow one works on whatever came first; the fast one alone is M/M/1, and nearly always first.
    const { measures } = await answerTo(`
arrivals: 1/s
stations:
  fast: { servers: 1, service: { distribution: deterministic, value: 500ms } }
  slow: { servers: 1, service: { distribution: deterministic, value: 1d } }
routes: { arrive: { fork: [fast, slow], quorum: 1, rest: cancel, next: leave }, fast: join, slow: join }
run: { precision: 3%, stopOn: [meanSojourn] }
`);
    // M/D/1 at load 1/2: a wait of half a service times 1/2 over 1/2.
    expectCovered(measures, { meanSojourn: 0.5 + 0.25 });
  });
});

test('parts may go a way of their own, and customers fork again later', async () => {
  const { measures } = await answerTo(`
arrivals: 1/s
stations:
  a: { servers: infinite, service: { distribution: deterministic, value: 1s } }
  b: { servers: infinite, service: { distribution: deterministic, value: 2s } }
  c: { servers: infinite, service: { distribution: deterministic, value: 2500ms } }
  between: { servers: infinite, service: { distribution: deterministic, value: 250ms } }
  d: { servers: infinite, service: 1s }
routes:
  arrive: { fork: [a, c], next: between }
  a: b
  b: join
  c: join
  between: { fork: [d, d, d], quorum: 1, rest: cancel, next: leave }
  d: join
run: { precision: 2%, stopOn: [meanSojourn] }
`);
  expectCovered(measures, { meanSojourn: 3 + 0.25 + 1 / 3 });
});

test('clients come again when their quorum is done', async () => {
  const { measures } = await answerTo(`
clients: 1
think: 1s
stations:
  a: { servers: 1, service: 1s }
  b: { servers: 1, service: 1s }
routes: { arrive: { fork: [a, b], next: leave }, a: join, b: join }
run: { precision: 2%, stopOn: [meanSojourn] }
`);
  expectCovered(measures, { meanSojourn: 1.5, meanCycle: 2.5, throughput: 0.4 });
});
