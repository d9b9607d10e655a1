import { ParameterError } from '../../../distributions/contract.js';
import { matrix, solve } from '../../../numerics/matrix.js';
import { duration, list, rate } from '../domain.js';
import { formula } from '../formula.js';

/** Lists by class. */
export interface WeightedClasses {
  readonly rates: readonly number[];
  readonly meanServices: readonly number[];
  /** Share of the speed of a customer, beside those of the others. */
  readonly weights: readonly number[];
}

const parameters = { rates: list(rate), meanServices: list(duration), weights: list(rate) };

export const discriminatory = formula({
  kendall: 'M/M/1-DPS',
  name: 'one server shared by weight: mean sojourns by class',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of each class',
    'exponential work, by class',
    'all present share one server, each in proportion to the weight of its class',
  ],
  formula: 'W_k (1 - Σ λ_j g_j / (μ_j g_j + μ_k g_k)) - Σ λ_j g_j W_j / (μ_j g_j + μ_k g_k) = 1 / μ_k',
  breaks: 'Work that is not exponential: the means of the classes change, unless all weights are equal.',
  sources: [{ ref: 'fayolle1980', at: 'mean response times' }],
  parameters,
  load: ({ rates, meanServices }: WeightedClasses) =>
    rates.reduce((sum, each, k) => sum + each * meanServices[k], 0),
  solve: ({ rates, meanServices, weights }: WeightedClasses): number[] => {
    const size = rates.length;
    if (meanServices.length !== size || weights.length !== size)
      throw new ParameterError('weights', `${weights.length} values`, `one for each of ${size} classes`);
    const share = (j: number, k: number): number =>
      (rates[j] * weights[j]) / (weights[j] / meanServices[j] + weights[k] / meanServices[k]);
    const system = matrix(size, size, (k, j) => {
      const own = k === j ? 1 - rates.reduce((sum, _, i) => sum + share(i, k), 0) : 0;
      return own - share(j, k);
    });
    return [
      ...solve(
        system,
        matrix(size, 1, k => meanServices[k]),
      ).data,
    ];
  },
});
