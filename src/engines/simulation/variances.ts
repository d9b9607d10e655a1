import { square } from '../../numerics/pow.js';
import type { Result, Sampled } from '../../result/result.js';
import type { Batches } from './batches.js';
import type { EstimateContext } from './estimates.js';
import { refuses } from './refusals.js';
import { longEnough, relativePrecision, widestPrecision } from './stopping.js';

/**
 * The variances of the waits and sojourns of single customers. Of service laws with a power tail none is told: moments
 * of twice the order would have to be finite, and the data do not show when they are not.
 *
 * @param tailIndex the smallest of all service laws
 */
export function variances(
  batches: Batches,
  context: EstimateContext,
  tailIndex: number,
): Result['variances'] {
  if (Number.isFinite(tailIndex)) return undefined;
  const wait = varianceOf(batches, 'wait', context);
  const sojourn = varianceOf(batches, 'sojourn', context);
  return wait || sojourn ? { ...(wait && { wait }), ...(sojourn && { sojourn }) } : undefined;
}

const meanOf = { wait: 'meanWait', sojourn: 'meanSojourn' } as const;

function varianceOf(
  batches: Batches,
  of: 'wait' | 'sojourn',
  { absent, refusals, confidence, precision, servers }: EstimateContext,
): Sampled | undefined {
  if (absent.includes(meanOf[of]) || refuses(refusals, meanOf[of])) return undefined;
  const interval = batches.variance(of, `${of}Squared`);
  if (interval === undefined) return undefined;
  const { value, high, standardError } = interval;
  const low = Math.max(0, interval.low);
  const got = relativePrecision({ value, low, high });
  const customers = batches.total('departures');
  // That of a variance over independent exponential numbers is 8 times its square over their count.
  const effective = standardError > 0 ? Math.min(customers, 8 * square(value / standardError)) : customers;
  return {
    kind: 'sampled',
    value,
    halfWidth: Math.max(high - value, value - low),
    low,
    high,
    confidence,
    effectiveSamples: Math.round(effective),
    reached: longEnough(batches, servers) && got !== undefined && got <= Math.min(precision, widestPrecision),
  };
}
