import { describe, expect, test } from 'vitest';
import { shortestQueue } from '../../../src/engines/theory/formulas/shortest-queue.js';

describe('whoever joins the shortest of the queues that it looks at', () => {
  test('looking at one waits as in M/M/1: P(W > t) = ρ exp(-(μ - λ) t)', () => {
    const { wait, sojourn } = shortestQueue.solve({
      arrivalRate: 2.1,
      meanService: 1,
      servers: 3,
      choices: 1,
    });
    for (const t of [0, 0.5, 2, 10]) {
      expect(1 - wait.cdf(t)).toBeCloseTo(0.7 * Math.exp(-0.3 * t), 10);
      expect(1 - sojourn.cdf(t)).toBeCloseTo(Math.exp(-0.3 * t), 10);
    }
  });

  test.each([
    [2, 2],
    [3, 3],
    [4, 2],
  ])(
    'of %d servers at %d of them: the law of the wait has the mean that Little gives',
    (servers, choices) => {
      const { wait, meanWait, probabilityOfWait } = shortestQueue.solve({
        ...{ arrivalRate: 0.8 * servers, meanService: 1, servers, choices },
      });
      expect(1 - wait.cdf(0)).toBeCloseTo(probabilityOfWait, 12);
      const step = 0.02;
      let mean = (step / 2) * (1 - wait.cdf(0));
      for (let t = step; t < 60; t += step) mean += step * (1 - wait.cdf(t));
      expect(mean / meanWait).toBeCloseTo(1, 3);
    },
  );

  test('next to saturation and next to none, looking at one costs nothing to work out', () => {
    for (const load of [1e-12, 1 - 1e-9]) {
      const { probabilityOfWait } = shortestQueue.solve({
        ...{ arrivalRate: 2 * load, meanService: 1, servers: 2, choices: 1 },
      });
      expect(probabilityOfWait / load).toBeCloseTo(1, 12);
    }
  });

  test('the more it looks at, the shorter it waits at each percentile', () => {
    const p99 = [1, 2, 3, 4].map(choices =>
      shortestQueue.solve({ arrivalRate: 3.2, meanService: 1, servers: 4, choices }).wait.quantile(0.99),
    );
    expect(p99).toEqual([...p99].sort((a, b) => b - a));
  });
});
