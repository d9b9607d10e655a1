import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

test('by hand: those who are there go first, class after class', () => {
  const text = `{ classes: { a: { arrivals: 1/s }, b: { arrivals: 1/s } }, routes: { arrive: queue },
    stations: { queue: { servers: 2, service: { distribution: deterministic, value: 2s }, backlog: { a: 1, b: 2 } } } }`;
  expect(departuresOf(text, { a: [1] })).toEqual(['a@0 2', 'b@0 2', 'b@0 4', 'a@1 4']);
});

test('services that all take the same are through at the moment that a sum says', async () => {
  const { measures, series = [] } =
    await answerTo(`{ arrivals: { process: deterministic, rate: 1/h }, servers: 4,
    service: { distribution: deterministic, value: 30ms }, backlog: 200000, run: { duration: 50min, replications: 2 } }`);
  // 200,000 services of 30 ms at four servers take 25 of the 50 minutes, and the queue shrinks evenly.
  expect(measures.throughput?.value).toBeCloseTo(200000 / 3000, 6);
  expect(measures.utilisation?.value).toBeCloseTo(0.5, 6);
  const present = series.find(({ name }) => name === 'numberInSystem');
  expect(present?.value[0]).toBeCloseTo(200000 * (1 - 1 / 48), -2);
  expect(present?.value[24]).toBeLessThan(1);
  // Nobody of them arrived in that time.
  expect(series.find(({ name }) => name === 'arrivalRate')?.value[0]).toBe(0);
});

/** The mean number in M/M/c over some time from a number at the start, by the Kolmogorov equations (Runge-Kutta). */
function meanNumber(arrivals: number, servers: number, backlog: number, duration: number): number {
  const size = 150;
  const change = (p: Float64Array) =>
    p.map((share, n) => {
      const out = (n < size - 1 ? arrivals : 0) + Math.min(n, servers);
      const below = n > 0 ? arrivals * p[n - 1] : 0;
      const above = n < size - 1 ? Math.min(n + 1, servers) * p[n + 1] : 0;
      return below + above - out * share;
    });
  const add = (p: Float64Array, q: Float64Array, by: number) => p.map((share, n) => share + by * q[n]);
  const mean = (p: Float64Array) => p.reduce((sum, share, n) => sum + n * share, 0);
  let p = new Float64Array(size);
  p[backlog] = 1;
  const step = 0.05;
  let area = 0;
  for (let t = 0; t < duration - step / 2; t += step) {
    const before = mean(p);
    const a = change(p);
    const b = change(add(p, a, step / 2));
    const c = change(add(p, b, step / 2));
    const d = change(add(p, c, step));
    p = p.map((share, n) => share + (step / 6) * (a[n] + 2 * b[n] + 2 * c[n] + d[n]));
    area += (step * (before + mean(p))) / 2;
  }
  return area / duration;
}

test('a queue that is worked off: the Kolmogorov equations of M/M/2', async () => {
  const { measures } = await answerTo(
    `{ arrivals: 1/s, service: 1s, servers: 2, backlog: 30, run: { duration: 40s, replications: 500 } }`,
  );
  expectCovered(measures, { meanNumberInSystem: meanNumber(1, 2, 30, 40) });
});

test('the long run forgets it, and says so', async () => {
  const outcome = await simulate(parseScenario('{ arrivals: 1/s, service: 100ms, servers: 1, backlog: 30 }'));
  expect(outcome).toEqual({ answered: false, reason: expect.stringContaining('run.duration') });
});
