import { type Distribution, type DistributionSpec, distributionOf } from '../../../distributions/index.js';

/** The families by the names and parameters that the reference cases give them. */
const families: Readonly<Record<string, (p: Record<string, unknown>) => Record<string, unknown>>> = {
  deterministic: ({ value }) => ({ distribution: 'deterministic', value }),
  exponential: ({ mean }) => ({ distribution: 'exponential', mean }),
  erlang: ({ k, mean }) => ({ distribution: 'erlang', k, mean }),
  hyperexponential: ({ probs, rates }) => ({ distribution: 'hyperexponential', probabilities: probs, rates }),
  uniform: ({ min, max }) => ({ distribution: 'uniform', min, max }),
  gamma: ({ mean, scv }) => ({ distribution: 'gamma', mean, scv }),
  lognormal: ({ mean, scv }) => ({ distribution: 'lognormal', mean, scv }),
  weibull: ({ shape, scale }) => ({ distribution: 'weibull', shape, scale }),
  pareto: ({ alpha, xm }) => ({ distribution: 'pareto', alpha, min: xm }),
  boundedPareto: ({ alpha, min, max }) => ({ distribution: 'bounded-pareto', alpha, min, max }),
};

/** The law that a reference case describes as `{ type, ...parameters }`. */
export const lawFrom = (described: unknown): Distribution => distributionOf(lawSpecFrom(described));

/** The same as a scenario writes it. */
export function lawSpecFrom(described: unknown): DistributionSpec {
  const { type, ...parameters } = described as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(families, type)) {
    throw new TypeError(`no distribution ${JSON.stringify(type)}`);
  }
  return families[type](parameters) as DistributionSpec;
}
