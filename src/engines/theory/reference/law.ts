import {
  type Distribution,
  type DistributionSpec,
  distributionOf,
  ParameterError,
} from '../../../distributions/index.js';
import { shown } from './case.js';

type Given = Readonly<Record<string, unknown>>;

/** The families by the names and parameters that the reference cases give them. */
const families: Readonly<Record<string, (p: Given) => Given>> = {
  deterministic: ({ value, mean }) => ({ distribution: 'deterministic', value: value ?? mean }),
  exponential: ({ mean, rate }) => ({ distribution: 'exponential', mean: mean ?? 1 / Number(rate) }),
  erlang: ({ k, mean, rate }) => ({
    distribution: 'erlang',
    k,
    mean: mean ?? Number(k) / Number(rate),
  }),
  hyperexponential: ({ probs, probabilities, rates, means }) => ({
    distribution: 'hyperexponential',
    probabilities: probs ?? probabilities,
    rates: rates ?? (Array.isArray(means) ? means.map(mean => 1 / Number(mean)) : means),
  }),
  uniform: ({ min, max }) => ({ distribution: 'uniform', min, max }),
  gamma: ({ mean, scv }) => ({ distribution: 'gamma', mean, scv }),
  lognormal: ({ mean, scv }) => ({ distribution: 'lognormal', mean, scv }),
  weibull: ({ shape, scale }) => ({ distribution: 'weibull', shape, scale }),
  pareto: ({ alpha, xm, min }) => ({ distribution: 'pareto', alpha, min: xm ?? min }),
  boundedPareto: ({ alpha, min, max }) => ({ distribution: 'bounded-pareto', alpha, min, max }),
};

/** The law that a reference case describes as `{ type, ...parameters }`; a number alone is a constant time. */
export const lawFrom = (described: unknown): Distribution => distributionOf(lawSpecFrom(described));

/** The same as a scenario writes it. */
export function lawSpecFrom(described: unknown): DistributionSpec {
  if (typeof described === 'number') return { distribution: 'deterministic', value: described };
  const { type, ...parameters } = (described ?? {}) as Record<string, unknown>;
  const name = Object.keys(families).find(
    family => typeof type === 'string' && plain(type) === plain(family),
  );
  if (name === undefined) {
    throw new ParameterError('distribution', shown(described), `one of ${Object.keys(families).join(', ')}`);
  }
  return families[name](parameters) as DistributionSpec;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
