import type { Distribution } from '../../../distributions/contract.js';
import { expm1 } from '../../../numerics/near-zero.js';
import { shortfallOfOne } from '../laws/laplace.js';
import { resolvedTail } from '../laws/resolved-tail.js';
import { NotCovered } from '../not-covered.js';

/** How long customers wait before they give up. */
export interface Patience {
  /** P(patience > t). */
  readonly beyond: (t: number) => number;
  /** E min(patience, t), seconds: the integral of `beyond` up to t. */
  readonly meanUpTo: (t: number) => number;
  /** t - E min(patience, t), seconds. */
  readonly lateness: (t: number) => number;
  /** Where `beyond` jumps or bends. */
  readonly bends: readonly number[];
}

/**
 * In closed form for exponential and constant patience, else from the law's tail.
 * @throws NotCovered where it jumps and bends too often to be followed
 */
export function patienceOf(law: Distribution): Patience {
  const { mean, kendall } = law;
  if (kendall === 'M') {
    return {
      beyond: t => Math.exp(-t / mean),
      meanUpTo: t => -mean * expm1(-t / mean),
      lateness: t => t * shortfallOfOne(t / mean),
      bends: [],
    };
  }
  if (kendall === 'D') {
    return {
      beyond: t => (t < mean ? 1 : 0),
      meanUpTo: t => Math.min(t, mean),
      lateness: t => Math.max(0, t - mean),
      bends: [mean],
    };
  }
  const resolved = resolvedTail(law);
  if (resolved === undefined) throw new NotCovered('patience jumps and bends too often to be followed');
  const { tailAt, capped, edges } = resolved;
  return { beyond: tailAt, meanUpTo: capped, lateness: t => t - capped(t), bends: [...edges] };
}
