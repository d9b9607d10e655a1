import { expect, test } from 'vitest';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

const run = 'run: { precision: 8%, stopOn: [meanSojourn] }';

/** Shares of the time with n customers, at arrival rates and service rates by number (a birth-death process). */
function shares(arriving: (n: number) => number, leaving: (n: number) => number): number[] {
  const weights = [1];
  for (let n = 0; n < 200; n++) weights.push((weights[n] * arriving(n)) / leaving(n + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map(weight => weight / sum);
}
const mean = (values: readonly number[], of: (n: number) => number): number =>
  values.reduce((sum, share, n) => sum + share * of(n), 0);

// Poisson of mean lambda / mu (L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.3).
test('discouraged arrivals: the number present is Poisson, though more are asked for than can be served', async () => {
  const { measures } = await answerTo(
    `{ arrivals: 1.5/s, service: 1s, servers: 1, baulking: discouraged, ${run} }`,
  );
  const throughput = 1 - Math.exp(-1.5);
  expectCovered(measures, {
    meanNumberInSystem: 1.5,
    throughput,
    utilisation: throughput,
    meanSojourn: 1.5 / throughput,
    probabilityOfBaulking: 1 - throughput / 1.5,
  });
  expect(measures.probabilityOfLoss).toBeUndefined();
});

test('nobody comes in from a number on: as if there were no more room', async () => {
  const baulking = await answerTo(
    `{ arrivals: 1.2/s, service: 1s, servers: 1, baulking: { from: 4 }, ${run} }`,
  );
  const full = await answerTo(`{ arrivals: 1.2/s, service: 1s, servers: 1, capacity: 4, ${run} }`);
  expect(baulking.measures.probabilityOfBaulking?.value).toBe(full.measures.probabilityOfLoss?.value);
  expect(baulking.measures.meanSojourn).toEqual(full.measures.meanSojourn);
});

test('probabilities by number, the last for all more, in front of two servers', async () => {
  const joining = [1, 1, 0.8, 0.5, 0.2];
  const { measures } = await answerTo(
    `{ arrivals: 3/s, service: 1s, servers: 2, baulking: { joining: [${joining}] }, ${run} }`,
  );
  const comes = (n: number) => 3 * joining[Math.min(n, 4)];
  const p = shares(comes, n => Math.min(n, 2));
  expectCovered(measures, {
    meanNumberInSystem: mean(p, n => n),
    throughput: mean(p, comes),
    probabilityOfBaulking: 1 - mean(p, comes) / 3,
  });
});

test('where half of the endless queue would still come in, the queue may grow without end', async () => {
  const { measures } = await answerTo(
    `{ arrivals: 3/s, service: 1s, servers: 1, baulking: { joining: [1, 0.5] }, ${run} }`,
  );
  expectCovered(measures, { growthRate: 0.5 });
});

test('by hand: who finds two goes away, but not who comes as one leaves', () => {
  const text = `{ arrivals: 1/s, service: { distribution: deterministic, value: 4s }, servers: 1, baulking: { from: 2 } }`;
  expect(departuresOf(text, { customers: [0, 1, 2, 4] })).toEqual([
    'customers@2 baulks 2',
    'customers@0 4',
    'customers@1 8',
    'customers@4 12',
  ]);
});
