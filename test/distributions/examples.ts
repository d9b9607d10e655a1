import type { DistributionSpec, families } from '../../src/distributions/index.js';
import { few } from '../traces/few.js';

type Parameters = Omit<DistributionSpec, 'distribution'>;

/** Sets of parameters for every family: at least one for each of its forms. */
export const examples: Readonly<Record<keyof typeof families, readonly Parameters[]>> = {
  deterministic: [{ value: 0.02 }, { mean: 3 }],
  exponential: [{ mean: 0.02 }, { rate: 4 }],
  erlang: [
    { mean: 0.008, k: 3 },
    { rate: 5, k: 2 },
    { mean: 1, k: 1 },
    { mean: 2, k: 40 },
  ],
  hyperexponential: [
    { mean: 0.02, scv: 4 },
    { mean: 1, scv: 1 },
    { probabilities: [0.7, 0.2, 0.1], means: [1, 2, 10] },
    { probabilities: [0.25, 0.75], rates: [2, 0.5] },
  ],
  'phase-type': [
    { initial: [0.5, 0.5], means: [1, 2], transitions: [0.1, 0.3, 0.2, 0] },
    { means: [0.1, 0.2, 0.4], transitions: [0, 1, 0, 0.3, 0, 0.7, 0, 0, 0] },
  ],
  coxian: [
    { mean: 0.02, scv: 0.6 },
    { mean: 1, scv: 5 },
    { means: [1, 2, 3], onward: [0.5, 0.25] },
  ],
  gamma: [
    { mean: 0.02, scv: 0.7 },
    { mean: 1, scv: 4 },
    { shape: 3.5, scale: 2 },
    { mean: 5, shape: 0.2 },
    { mean: 1, scv: 0.25 },
  ],
  lognormal: [
    { mean: 0.02, scv: 0.5 },
    { median: 1, sigma: 0.7 },
    { median: 0.01, p99: 0.05 },
  ],
  weibull: [
    { mean: 0.02, scv: 2 },
    { mean: 1, scv: 0.1 },
    { shape: 1.5, scale: 2 },
    { mean: 1, shape: 0.8 },
    { mean: 1, shape: 1 },
  ],
  pareto: [
    { alpha: 9, min: 1 },
    { alpha: 1.5, min: 0.001 },
    { alpha: 0.8, min: 1 },
    { mean: 0.02, scv: 0.02 },
    { mean: 1, alpha: 2.5 },
  ],
  'bounded-pareto': [
    { alpha: 1.2, min: 0.001, max: 1 },
    { alpha: 1, min: 1, max: 10 },
    { alpha: 2, min: 1, max: 50 },
    { alpha: 3, min: 1, max: 5 },
    { mean: 0.02, scv: 4, alpha: 1.1 },
  ],
  uniform: [
    { min: 1, max: 3 },
    { min: 0, max: 0.5 },
    { mean: 2, scv: 0.1 },
    { mean: 1, scv: 1 / 3 },
  ],
  triangular: [
    { min: 1, mode: 2, max: 5 },
    { min: 0, mode: 0, max: 1 },
    { min: 2, mode: 3, max: 3 },
    { mean: 1, scv: 0.1 },
  ],
  beta: [
    { alpha: 2, beta: 3, max: 10 },
    { alpha: 0.5, beta: 0.5, max: 1 },
    { mean: 0.02, scv: 0.5, max: 0.1 },
  ],
  trace: [{ file: few }, { file: few, class: 'page' }],
  empirical: [
    { values: [3, 1, 2, 2] },
    { values: [0.001, 0.01, 0.1], weights: [90, 9, 1] },
    { values: [5, 7], weights: [1, 0] },
  ],
  mixture: [
    {
      probabilities: [0.9, 0.1],
      of: [
        { distribution: 'exponential', mean: 0.01 },
        { distribution: 'lognormal', mean: 0.2, scv: 0.3 },
      ],
    },
    {
      probabilities: [0.4, 0.6],
      of: [
        { distribution: 'erlang', mean: 2, k: 2 },
        { distribution: 'coxian', mean: 1, scv: 0.8 },
      ],
    },
    {
      probabilities: [0.5, 0.5],
      of: [
        { distribution: 'exponential', mean: 1 },
        { distribution: 'pareto', alpha: 0.9, min: 1 },
      ],
    },
    {
      probabilities: [0.5, 0.5, 0],
      of: [
        { distribution: 'deterministic', value: 1 },
        { distribution: 'uniform', min: 0, max: 4 },
        { distribution: 'pareto', alpha: 1, min: 1 },
      ],
    },
  ],
  shifted: [
    { of: { distribution: 'exponential', mean: 0.01 }, by: 0.005 },
    { of: { distribution: 'gamma', mean: 2, scv: 0.4 }, by: 0 },
  ],
  truncated: [
    { of: { distribution: 'exponential', mean: 1 }, max: 2 },
    { of: { distribution: 'lognormal', mean: 1, scv: 2 }, min: 0.5 },
    { of: { distribution: 'pareto', alpha: 1.5, min: 1 }, min: 2, max: 40 },
    { of: { distribution: 'pareto', alpha: 9, min: 1 }, min: 1.2 },
  ],
};

/** Every example as a complete specification. */
export const specs: readonly DistributionSpec[] = Object.entries(examples).flatMap(([distribution, all]) =>
  all.map(parameters => ({ distribution, ...parameters }) as DistributionSpec),
);
