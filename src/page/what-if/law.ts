import { type DistributionSpec, distributionOf, fromMeanAndScv } from '../../distributions/index.js';
import { stretched } from '../../scenario/denser.js';

/** Mean and squared coefficient of variation; undefined where a law has no finite ones. */
export function momentsOf(law: DistributionSpec): { mean: number; scv: number } | undefined {
  const { mean, scv } = distributionOf(law);
  const given = (name: 'mean' | 'scv', computed: number) => (name in law ? (law[name] as number) : computed);
  return Number.isFinite(mean) && Number.isFinite(scv)
    ? { mean: given('mean', mean), scv: given('scv', scv) }
    : undefined;
}

/** The same law with other times: their mean is another, their variability stays. */
export const withMean = (law: DistributionSpec, mean: number): DistributionSpec => ({
  ...stretched(law, mean / (momentsOf(law)?.mean ?? mean)),
  ...('mean' in law && { mean }),
});

/** The law with another variability: of the same family where that is given by it, else the usual one. */
export const withScv = (law: DistributionSpec, scv: number): DistributionSpec =>
  'mean' in law && 'scv' in law && scv > 0 && law.distribution !== 'hyperexponential'
    ? { ...law, scv }
    : fromMeanAndScv(momentsOf(law)?.mean ?? 1, scv);
