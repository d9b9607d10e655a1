import { describe, expect, it } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../src/distributions/index.js';

interface Known {
  readonly kendall: string;
  readonly mean: number;
  readonly scv: number;
  readonly third: number;
  /** Pairs t, P(X <= t). */
  readonly cdf?: readonly (readonly [number, number])[];
  readonly tailIndex?: number;
}

const inf = Number.POSITIVE_INFINITY;

/** Worked by hand; the decimals are e^-3, erf 1, Phi(1) and Phi(-2) from tables. */
const known: readonly [DistributionSpec, Known][] = [
  [
    { distribution: 'deterministic', value: 2 },
    {
      kendall: 'D',
      mean: 2,
      scv: 0,
      third: 8,
      cdf: [
        [1.999, 0],
        [2, 1],
      ],
    },
  ],
  [
    { distribution: 'deterministic', value: 0 },
    { kendall: 'D', mean: 0, scv: 0, third: 0, cdf: [[0, 1]] },
  ],
  [
    { distribution: 'exponential', rate: 4 },
    { kendall: 'M', mean: 0.25, scv: 1, third: 6 / 64, cdf: [[0.25, 1 - 1 / Math.E]] },
  ],
  // 1 - e^-3 (1 + 3 + 4.5).
  [
    { distribution: 'erlang', mean: 3, k: 3 },
    { kendall: 'E3', mean: 3, scv: 1 / 3, third: 60, cdf: [[3, 0.5768099188731565]] },
  ],
  [
    { distribution: 'erlang', mean: 3, k: 1 },
    { kendall: 'M', mean: 3, scv: 1, third: 162 },
  ],
  // p = (1 + sqrt(1/2)) / 2 of mean 2 - sqrt 2, the rest of mean 2 + sqrt 2; E X^3 = 6 (1/2)((2-r)^2 + (2+r)^2) = 36.
  [
    { distribution: 'hyperexponential', mean: 1, scv: 3 },
    { kendall: 'H2', mean: 1, scv: 3, third: 36 },
  ],
  [
    { distribution: 'hyperexponential', probabilities: [0.5, 0.3, 0.2], means: [1, 2, 5] },
    { kendall: 'H3', mean: 2.1, scv: (2 * 6.7) / 4.41 - 1, third: 6 * 27.9 },
  ],
  [
    { distribution: 'hyperexponential', mean: 2, scv: 1 },
    { kendall: 'M', mean: 2, scv: 1, third: 48 },
  ],
  // A branch that is never taken, and two that are the same.
  [
    { distribution: 'hyperexponential', probabilities: [0, 0.5, 0.5], means: [9, 1, 1] },
    { kendall: 'M', mean: 1, scv: 1, third: 6 },
  ],
  // An Erlang law, a hyperexponential one and a Coxian one as phases.
  [
    { distribution: 'phase-type', means: [1, 1, 1], transitions: [0, 1, 0, 0, 0, 1, 0, 0, 0] },
    { kendall: 'PH', mean: 3, scv: 1 / 3, third: 60, cdf: [[3, 0.5768099188731565]] },
  ],
  [
    { distribution: 'phase-type', initial: [0.5, 0.5], means: [1, 3], transitions: [0, 0, 0, 0] },
    { kendall: 'PH', mean: 2, scv: 1.5, third: 84, cdf: [[2, 1 - (Math.exp(-2) + Math.exp(-2 / 3)) / 2]] },
  ],
  // A phase repeated with probability 3/4 is an exponential one four times as long.
  [
    { distribution: 'phase-type', means: [0.5], transitions: [0.75] },
    { kendall: 'PH', mean: 2, scv: 1, third: 48, cdf: [[2, 1 - 1 / Math.E]] },
  ],
  [
    { distribution: 'coxian', mean: 2, scv: 0.5 },
    { kendall: 'PH', mean: 2, scv: 0.5, third: 24 },
  ],
  // Means 1 and 2, second phase half of the time: E X^2 = 2 + 2 (1/2) 2 + (1/2) 8.
  [
    { distribution: 'coxian', means: [1, 2], onward: [0.5] },
    { kendall: 'PH', mean: 2, scv: 1, third: 6 + 0.5 * (12 + 24 + 48) },
  ],
  [
    { distribution: 'gamma', shape: 2.5, scale: 2 },
    { kendall: 'G', mean: 5, scv: 0.4, third: 8 * 2.5 * 3.5 * 4.5 },
  ],
  // Shape 1/2: 2 Phi(sqrt(2 t / scale)) - 1 = erf(1) at t = scale.
  [
    { distribution: 'gamma', shape: 0.5, scale: 3 },
    { kendall: 'G', mean: 1.5, scv: 2, third: 27 * 0.5 * 1.5 * 2.5, cdf: [[3, 0.8427007929497149]] },
  ],
  [
    { distribution: 'gamma', mean: 1, scv: 0.25 },
    { kendall: 'E4', mean: 1, scv: 0.25, third: (4 * 5 * 6) / 64 },
  ],
  [
    { distribution: 'lognormal', mean: 2, scv: 3 },
    { kendall: 'G', mean: 2, scv: 3, third: 8 * 64, cdf: [[1, 0.5]] },
  ],
  // Phi(1) and Phi(-2).
  [
    { distribution: 'lognormal', median: 3, sigma: 0.5 },
    {
      kendall: 'G',
      mean: 3 * Math.exp(0.125),
      scv: Math.expm1(0.25),
      third: 27 * Math.exp(1.125),
      cdf: [
        [3 * Math.exp(0.5), 0.8413447460685429],
        [3 * Math.exp(-1), 0.022750131948179209],
      ],
    },
  ],
  // Gamma(3/2) = sqrt(pi) / 2.
  [
    { distribution: 'weibull', shape: 2, scale: 1 },
    {
      kendall: 'G',
      mean: Math.sqrt(Math.PI) / 2,
      scv: 4 / Math.PI - 1,
      third: 0.75 * Math.sqrt(Math.PI),
      cdf: [[1, 1 - 1 / Math.E]],
    },
  ],
  [
    { distribution: 'weibull', shape: 0.5, scale: 1 },
    { kendall: 'G', mean: 2, scv: 5, third: 720, cdf: [[4, 1 - Math.exp(-2)]] },
  ],
  [
    { distribution: 'pareto', alpha: 4, min: 3 },
    {
      kendall: 'G',
      mean: 4,
      scv: 1 / 8,
      third: 108,
      tailIndex: 4,
      cdf: [
        [3, 0],
        [6, 15 / 16],
      ],
    },
  ],
  [
    { distribution: 'pareto', alpha: 3, min: 2 },
    { kendall: 'G', mean: 3, scv: 1 / 3, third: inf, tailIndex: 3 },
  ],
  [
    { distribution: 'pareto', alpha: 2, min: 1 },
    { kendall: 'G', mean: 2, scv: inf, third: inf, tailIndex: 2 },
  ],
  [
    { distribution: 'pareto', alpha: 1, min: 1 },
    { kendall: 'G', mean: inf, scv: inf, third: inf, tailIndex: 1 },
  ],
  [
    { distribution: 'pareto', mean: 4, scv: 1 / 8 },
    { kendall: 'G', mean: 4, scv: 1 / 8, third: 108, tailIndex: 4 },
  ],
  // alpha = 1 on [1, 2]: density 2 / t^2, so E X = 2 ln 2, E X^2 = 2, E X^3 = 3.
  [
    { distribution: 'bounded-pareto', alpha: 1, min: 1, max: 2 },
    {
      kendall: 'G',
      mean: 2 * Math.LN2,
      scv: 2 / (2 * Math.LN2) ** 2 - 1,
      third: 3,
      cdf: [
        [1, 0],
        [4 / 3, 0.5],
        [2, 1],
      ],
    },
  ],
  // alpha = 2 on [1, 2]: density (8/3) / t^3: 4/3, (8/3) ln 2, 8/3.
  [
    { distribution: 'bounded-pareto', alpha: 2, min: 1, max: 2 },
    { kendall: 'G', mean: 4 / 3, scv: ((8 / 3) * Math.LN2 * 9) / 16 - 1, third: 8 / 3 },
  ],
  [
    { distribution: 'uniform', min: 1, max: 3 },
    {
      kendall: 'G',
      mean: 2,
      scv: 1 / 12,
      third: 10,
      cdf: [
        [1, 0],
        [1.5, 0.25],
        [3, 1],
      ],
    },
  ],
  [
    { distribution: 'uniform', mean: 2, scv: 1 / 3 },
    { kendall: 'G', mean: 2, scv: 1 / 3, third: 16 },
  ],
  // 0, 0, 3: density (2/3)(1 - t/3): moments 1, 3/2, 27/10.
  [
    { distribution: 'triangular', min: 0, mode: 0, max: 3 },
    { kendall: 'G', mean: 1, scv: 0.5, third: 2.7, cdf: [[1.5, 0.75]] },
  ],
  [
    { distribution: 'triangular', mean: 1, scv: 1 / 6 },
    { kendall: 'G', mean: 1, scv: 1 / 6, third: 1.5, cdf: [[0.5, 0.125]] },
  ],
  // Beta(2, 1) on [0, 3]: cdf (t/3)^2, E X^r = 3^r 2 / (r + 2).
  [
    { distribution: 'beta', alpha: 2, beta: 1, max: 3 },
    { kendall: 'G', mean: 2, scv: 1 / 8, third: 10.8, cdf: [[1.5, 0.25]] },
  ],
  // The arcsine law.
  [
    { distribution: 'beta', alpha: 0.5, beta: 0.5, max: 1 },
    { kendall: 'G', mean: 0.5, scv: 0.5, third: 5 / 16, cdf: [[0.25, 1 / 3]] },
  ],
  [
    { distribution: 'beta', mean: 2, scv: 1 / 8, max: 3 },
    { kendall: 'G', mean: 2, scv: 1 / 8, third: 10.8, cdf: [[1.5, 0.25]] },
  ],
  [
    { distribution: 'empirical', values: [3, 1, 2, 2] },
    {
      kendall: 'G',
      mean: 2,
      scv: 1 / 8,
      third: 11,
      cdf: [
        [0.9, 0],
        [1, 0.25],
        [2, 0.75],
        [2.9, 0.75],
        [3, 1],
      ],
    },
  ],
  [
    { distribution: 'empirical', values: [1, 5], weights: [3, 1] },
    { kendall: 'G', mean: 2, scv: 0.75, third: 32, cdf: [[1, 0.75]] },
  ],
  [
    { distribution: 'empirical', values: [4, 4] },
    { kendall: 'D', mean: 4, scv: 0, third: 64, cdf: [[4, 1]] },
  ],
  [
    {
      distribution: 'mixture',
      probabilities: [0.75, 0.25],
      of: [
        { distribution: 'deterministic', value: 1 },
        { distribution: 'exponential', mean: 5 },
      ],
    },
    {
      kendall: 'G',
      mean: 2,
      scv: (0.75 + 12.5) / 4 - 1,
      third: 0.75 + 187.5,
      cdf: [[1, 0.75 + 0.25 * (1 - Math.exp(-0.2))]],
    },
  ],
  [
    { distribution: 'shifted', by: 1, of: { distribution: 'exponential', mean: 1 } },
    {
      kendall: 'G',
      mean: 2,
      scv: 0.25,
      third: 16,
      cdf: [
        [1, 0],
        [2, 1 - 1 / Math.E],
      ],
    },
  ],
  [
    { distribution: 'shifted', by: 1, of: { distribution: 'pareto', alpha: 2.5, min: 3 } },
    { kendall: 'G', mean: 6, scv: 20 / 36, third: inf, tailIndex: 2.5 },
  ],
  // An exponential time above 1 is 1 and an exponential time.
  [
    { distribution: 'truncated', min: 1, of: { distribution: 'exponential', mean: 1 } },
    {
      kendall: 'G',
      mean: 2,
      scv: 0.25,
      third: 16,
      cdf: [
        [1, 0],
        [2, 1 - 1 / Math.E],
      ],
    },
  ],
  // A Pareto time above 2 is Pareto from there; below 4 too it is bounded-pareto.
  [
    { distribution: 'truncated', min: 2, of: { distribution: 'pareto', alpha: 4, min: 1 } },
    { kendall: 'G', mean: 8 / 3, scv: 1 / 8, third: 32, tailIndex: 4, cdf: [[4, 15 / 16]] },
  ],
  [
    { distribution: 'truncated', min: 2, max: 4, of: { distribution: 'pareto', alpha: 1, min: 1 } },
    { kendall: 'G', mean: 4 * Math.LN2, scv: 2 / (2 * Math.LN2) ** 2 - 1, third: 24 },
  ],
  [
    { distribution: 'truncated', max: 2, of: { distribution: 'uniform', min: 0, max: 8 } },
    {
      kendall: 'G',
      mean: 1,
      scv: 1 / 3,
      third: 2,
      cdf: [
        [1, 0.5],
        [2, 1],
      ],
    },
  ],
];

describe.each(known)('%j', (spec, expected) => {
  const law = distributionOf(spec);

  it('has the moments and the cdf worked by hand', () => {
    expect(law.kendall).toBe(expected.kendall);
    expect(law.tailIndex).toBe(expected.tailIndex ?? inf);
    agree(law.mean, expected.mean);
    agree(law.scv, expected.scv);
    agree(law.thirdMoment, expected.third);
    for (const [t, p] of expected.cdf ?? []) agree(law.cdf(t), p);
  });
});

function agree(value: number, expected: number): void {
  if (expected === 0 || !Number.isFinite(expected)) expect(value).toBe(expected);
  else expect(Math.abs(value / expected - 1)).toBeLessThan(1e-11);
}

describe('a quantile over jumps', () => {
  it('is the first value whose share is reached', () => {
    const { quantile } = distributionOf({ distribution: 'empirical', values: [3, 1, 2, 2] });
    expect([0, 0.1, 0.25, 0.2501, 0.75, 0.7501, 0.99].map(quantile)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });

  it('is found by the mixture too', () => {
    const { quantile } = distributionOf({
      distribution: 'mixture',
      probabilities: [0.5, 0.5],
      of: [
        { distribution: 'deterministic', value: 0.3 },
        { distribution: 'deterministic', value: 7 },
      ],
    });
    expect([0.2, 0.5, 0.51, 0.9].map(quantile)).toEqual([0.3, 0.3, 7, 7]);
  });
});
