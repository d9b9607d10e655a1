import type { DistributionSpec } from './contract.js';
import { ParameterError } from './contract.js';

/**
 * A law of this mean (seconds, positive) and squared coefficient of variation, the usual choice of queueing
 * theory where nothing more is known: deterministic at 0, a mixture of E(k-1) and E(k) of one rate below 1,
 * exponential at 1, hyperexponential of balanced means above (H. C. Tijms, "A First Course in Stochastic
 * Models", 2003, appendix B; from memory, both moments are tested).
 *
 * @throws ParameterError when the mean is not positive, the scv negative, or between 0 and 1e-6 (more than a
 * million phases).
 */
export function fromMeanAndScv(mean: number, scv: number): DistributionSpec {
  if (!(mean > 0 && mean < Number.POSITIVE_INFINITY))
    throw new ParameterError('mean', mean, 'a duration above 0');
  if (!(scv >= 0 && scv < Number.POSITIVE_INFINITY))
    throw new ParameterError('scv', scv, 'a number of at least 0');
  if (scv === 0) return { distribution: 'deterministic', value: mean };
  if (scv === 1) return { distribution: 'exponential', mean };
  if (scv > 1) return { distribution: 'hyperexponential', mean, scv };
  if (scv < 1e-6) throw new ParameterError('scv', scv, '0, or a number of at least 1e-6');
  const whole = Math.round(1 / scv);
  if (1 / whole === scv) return { distribution: 'erlang', mean, k: whole };
  const k = Math.ceil(1 / scv);
  const fewer = (k * scv - Math.sqrt(Math.max(0, k * (1 + scv) - k * k * scv))) / (1 + scv);
  const phase = mean / (k - fewer);
  return {
    distribution: 'mixture',
    probabilities: [fewer, 1 - fewer],
    of: [
      { distribution: 'erlang', mean: (k - 1) * phase, k: k - 1 },
      { distribution: 'erlang', mean: k * phase, k },
    ],
  };
}
