import { type Distribution, type DistributionSpec, ParameterError } from './contract.js';

/** Makes the law that a specification describes. */
export type LawOf = (spec: DistributionSpec) => Distribution;

/**
 * The law given as a parameter of something else.
 * @throws ParameterError that names the inner parameter by its path: `interarrival.mean`, `of.0.k`.
 */
export function nested(lawOf: LawOf, parameter: string, spec: DistributionSpec): Distribution {
  try {
    return lawOf(spec);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    throw new ParameterError(`${parameter}.${error.parameter}`, error.value, error.expected);
  }
}
