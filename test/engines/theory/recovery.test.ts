import { describe, expect, test } from 'vitest';
import { fromBacklog, fromPause, type Recovering } from '../../../src/engines/theory/recovery.js';
import { poissonProbability } from '../../../src/numerics/poisson.js';

const station: Recovering = { arrivalRate: 5, meanService: 2, servers: 12 };
const m = 6;
const lambda = 5;

/**
 * P(T <= t) by reflection: with X the departures less the arrivals until t, each Poisson, a path that ends at
 * i > k has passed k, and to each that ends below after passing k belongs one above, (λ/m)^(i-k) times as likely.
 */
function exact(k: number, t: number): number {
  const most = (mean: number) => Math.ceil(mean + 12 * Math.sqrt(mean) + 40);
  let sum = 0;
  for (let down = 0; down <= most(m * t); down++) {
    const p = poissonProbability(down, m * t);
    for (let up = 0; up <= Math.min(most(lambda * t), down - k); up++) {
      const beyond = down - up - k;
      sum += p * poissonProbability(up, lambda * t) * (beyond === 0 ? 1 : 1 + (lambda / m) ** beyond);
    }
  }
  return sum;
}

describe('the time until a backlog is gone', () => {
  test('has the moments of a sum of busy periods', () => {
    const { meanBacklog, mean, variance } = fromBacklog(station, 1000);
    expect(meanBacklog).toBe(1000);
    expect(mean).toBeCloseTo(1000 / (m - lambda), 9);
    expect(variance).toBeCloseTo((1000 * (m + lambda)) / (m - lambda) ** 3, 6);
  });

  test.each([0, 1, 5, 40])('has the law that adding up both Poisson laws gives, from a backlog of %i', k => {
    const { time, mean } = fromBacklog(station, k);
    for (const share of [0.3, 0.7, 1, 1.5, 2.5]) {
      const t = share * (mean || 1);
      expect(time.cdf(t)).toBeCloseTo(exact(k, t), 11);
    }
  });

  test('of one customer and one server is a busy period: its density at 0 is the rate of service', () => {
    const { time } = fromBacklog({ arrivalRate: 0.7, meanService: 1, servers: 1 }, 1);
    expect(time.cdf(1e-6) / 1e-6).toBeCloseTo(1, 5);
    expect(time.cdf(0)).toBe(0);
    expect(time.cdf(1e4)).toBeCloseTo(1, 9);
  });

  test('percentiles grow, and are near to normal ones for a large backlog', () => {
    const { time, mean, variance } = fromBacklog(station, 200_000);
    expect(time.quantile(0.95) / (mean + 1.645 * Math.sqrt(variance))).toBeCloseTo(1, 3);
    expect(time.quantile(0.5)).toBeLessThan(mean);
    expect(time.quantile(0.99)).toBeGreaterThan(time.quantile(0.95));
  });
});

describe('the time until a pause is made up for', () => {
  test('of one server: what came and was there before, over what is left to spare', () => {
    // M/M/1 at ρ = 1/2 with S = 1 s: N is 0, 1, 2, ... with 1/2, 1/4, ...; 50 come in 100 s.
    const { meanBacklog, mean, variance } = fromPause({ arrivalRate: 0.5, meanService: 1, servers: 1 }, 100);
    expect(meanBacklog).toBeCloseTo(50 + 1 - 1, 9);
    expect(mean).toBeCloseTo(50 / 0.5, 8);
    // Var N = ρ / (1 - ρ)² = 2 beside the 50 of the arrivals.
    expect(variance).toBeCloseTo((50 * 1.5) / 0.5 ** 3 + (50 + 2) / 0.5 ** 2, 6);
  });

  test('with many more servers than load there is no lack of a start', () => {
    const { meanBacklog, mean } = fromPause({ arrivalRate: 10, meanService: 1, servers: 1000 }, 500);
    expect(meanBacklog).toBeCloseTo(5000 + 10 - 1000, 6);
    expect(mean).toBeCloseTo(4010 / 990, 8);
  });

  test('a pause too short for anybody to wait is over at once', () => {
    const { time, mean } = fromPause({ arrivalRate: 0.1, meanService: 1, servers: 5 }, 0.01);
    expect(mean).toBeLessThan(1e-4);
    expect(time.cdf(0)).toBeGreaterThan(0.999);
    expect(time.quantile(0.5)).toBe(0);
  });
});
