import type { Distribution } from '../../../distributions/contract.js';
import { expm1 } from '../../../numerics/near-zero.js';
import { integral } from '../../../numerics/quadrature.js';

/** How long customers wait before they give up. */
export interface Patience {
  /** P(patience > t). */
  readonly beyond: (t: number) => number;
  /** E min(patience, t), seconds: the integral of `beyond` up to t. */
  readonly meanUpTo: (t: number) => number;
  /** Where `beyond` jumps or bends. */
  readonly bends: readonly number[];
}

/** In closed form for exponential and constant patience, else by quadrature between the bends. */
export function patienceOf(law: Distribution): Patience {
  const { mean, kendall } = law;
  if (kendall === 'M') {
    return { beyond: t => Math.exp(-t / mean), meanUpTo: t => -mean * expm1(-t / mean), bends: [] };
  }
  if (kendall === 'D') {
    return { beyond: t => (t < mean ? 1 : 0), meanUpTo: t => Math.min(t, mean), bends: [mean] };
  }
  const beyond = (t: number): number => 1 - law.cdf(t);
  const bends = [...new Set(landmarks.map(law.quantile))].filter(t => t > 0).sort((a, b) => a - b);
  const edges = [0, ...bends];
  const upTo = [0];
  for (let i = 1; i < edges.length; i++) {
    upTo.push(upTo[i - 1] + integral(beyond, edges[i - 1], edges[i], 1e-11));
  }
  const meanUpTo = (t: number): number => {
    let i = 0;
    while (i + 1 < edges.length && edges[i + 1] <= t) i++;
    return upTo[i] + (t > edges[i] ? integral(beyond, edges[i], t, 1e-11) : 0);
  };
  return { beyond, meanUpTo, bends };
}

/** Levels of the law: where it begins, where it bends, where it ends. */
const landmarks = [0, 1e-6, 1e-3, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12];
