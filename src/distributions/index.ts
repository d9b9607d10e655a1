import {
  type Distribution,
  type DistributionSpec,
  type Family,
  ParameterError,
  type Parameters,
} from './contract.js';
import { deterministic } from './families/deterministic.js';
import { erlang } from './families/erlang.js';
import { exponential } from './families/exponential.js';
import { hyperexponential } from './families/hyperexponential.js';
import { mixture } from './families/mixture.js';

export type {
  Distribution,
  DistributionSpec,
  Family,
  Parameter,
  Parameters,
  ParameterValue,
} from './contract.js';
export { ParameterError } from './contract.js';
export { fromMeanAndScv } from './two-moments.js';

/** Every family, by the name it has in a scenario. */
export const families = {
  deterministic,
  exponential,
  erlang,
  hyperexponential,
  mixture: mixture(distributionOf),
} satisfies Readonly<Record<string, Family>>;

/**
 * The law that a specification describes.
 * @throws ParameterError at an unknown family, an incomplete set of parameters or a value outside its domain.
 */
export function distributionOf(spec: DistributionSpec): Distribution {
  const { distribution, ...parameters } = spec;
  if (!Object.hasOwn(families, distribution)) {
    throw new ParameterError('distribution', distribution, `one of ${Object.keys(families).join(', ')}`);
  }
  return families[distribution as keyof typeof families].make(parameters as Parameters);
}
