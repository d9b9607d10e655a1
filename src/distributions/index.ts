import {
  type Distribution,
  type DistributionSpec,
  type Family,
  ParameterError,
  type Parameters,
} from './contract.js';
import { beta } from './families/beta.js';
import { boundedPareto } from './families/bounded-pareto.js';
import { coxian } from './families/coxian.js';
import { deterministic } from './families/deterministic.js';
import { empirical } from './families/empirical.js';
import { erlang } from './families/erlang.js';
import { exponential } from './families/exponential.js';
import { gamma } from './families/gamma.js';
import { hyperexponential } from './families/hyperexponential.js';
import { lognormal } from './families/lognormal.js';
import { mixture } from './families/mixture.js';
import { pareto } from './families/pareto.js';
import { phaseType } from './families/phase-type.js';
import { shifted } from './families/shifted.js';
import { trace } from './families/trace.js';
import { triangular } from './families/triangular.js';
import { truncated } from './families/truncated.js';
import { uniform } from './families/uniform.js';
import { weibull } from './families/weibull.js';

export type {
  Distribution,
  DistributionSpec,
  Family,
  Parameter,
  Parameters,
  ParameterValue,
  Phases,
} from './contract.js';
export { mostPhases, ParameterError } from './contract.js';
export { lognormalThrough } from './from-percentiles.js';
export { fromMeanAndScv } from './two-moments.js';

/** Every family, by the name it has in a scenario. */
export const families = {
  deterministic,
  exponential,
  erlang,
  hyperexponential,
  'phase-type': phaseType,
  coxian,
  gamma,
  lognormal,
  weibull,
  pareto,
  'bounded-pareto': boundedPareto,
  uniform,
  triangular,
  beta,
  empirical,
  trace,
  mixture: mixture(distributionOf),
  shifted: shifted(distributionOf),
  truncated: truncated(distributionOf),
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
