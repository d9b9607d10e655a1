import type { Distribution } from '../../../distributions/contract.js';
import { expm1, log1p } from '../../../numerics/near-zero.js';
import { NotCovered } from '../not-covered.js';
import { type ResolvedTail, resolvedTail } from './resolved-tail.js';

/** Transforms of a law on [0, infinity) at s > 0, per second; none loses digits where s is next to 0. */
export interface Transform {
  /** E e^(-s X). */
  readonly at: (s: number) => number;
  /** 1 - E e^(-s X). */
  readonly complement: (s: number) => number;
  /** E X - (1 - E e^(-s X)) / s, seconds: the integral of (1 - e^(-s x)) P(X > x). */
  readonly shortfall: (s: number) => number;
  /** The first two at s, 2 s, 3 s, and so on. */
  readonly multiples: (s: number) => Generator<Values, never>;
}

interface Values {
  readonly at: number;
  readonly complement: number;
}

/**
 * In closed form for constant, exponential and Erlang times, else by Gauss's rule over the law's tail.
 * @throws NotCovered where the law jumps and bends too often to be followed
 */
export function transformOf(law: Distribution): Transform {
  if (law.kendall === 'D') return constant(law.mean);
  const stages = law.kendall === 'M' ? 1 : Number(/^E(\d+)$/.exec(law.kendall)?.[1]);
  if (stages > 0) return erlang(law.mean, stages);
  const resolved = resolvedTail(law);
  if (resolved === undefined) throw new NotCovered('a law that jumps and bends too often to be followed');
  return general(resolved);
}

export const laplace = (law: Distribution, s: number): number => transformOf(law).at(s);

type ClosedForm = Omit<Transform, 'multiples'>;

const closed = (form: ClosedForm): Transform => ({
  ...form,
  *multiples(s) {
    for (let j = 1; ; j++) yield { at: form.at(j * s), complement: form.complement(j * s) };
  },
});

const constant = (mean: number): Transform =>
  closed({
    at: s => Math.exp(-s * mean),
    complement: s => -expm1(-s * mean),
    shortfall: s => mean * shortfallOfOne(s * mean),
  });

/** 1 - (1 - e^-x) / x. */
export function shortfallOfOne(x: number): number {
  if (x > 0.1) return 1 + expm1(-x) / x;
  let [sum, term] = [0, 1];
  for (let k = 2; k < 14; k++) {
    term *= -x / k;
    sum -= term;
  }
  return sum;
}

const erlang = (mean: number, stages: number): Transform => {
  const exponent = (s: number): number => -stages * log1p((s * mean) / stages);
  return closed({
    at: s => Math.exp(exponent(s)),
    complement: s => -expm1(exponent(s)),
    // Stage j lasts beyond an exponential clock of rate s with those before it: (1 + y)^-j.
    shortfall: s => {
      if (s * mean > 0.3) return mean + expm1(exponent(s)) / s;
      const step = log1p((s * mean) / stages);
      let sum = 0;
      for (let j = 1; j <= stages; j++) sum -= expm1(-j * step);
      return (mean / stages) * sum;
    },
  });
};

/** After so many products of e^(-s x) with itself it is worked out anew, for its digits. */
const products = 32;

function general({ points, weights, tail, below, edges }: ResolvedTail): Transform {
  const end = edges[edges.length - 1];
  const over = (values: Float64Array, kernel: (x: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < points.length; i++) sum += weights[i] * values[i] * kernel(points[i]);
    return sum;
  };
  return {
    at: s => s * over(below, x => Math.exp(-s * x)) + Math.exp(-s * end),
    complement: s => s * over(tail, x => Math.exp(-s * x)) - expm1(-s * edges[0]),
    shortfall: s => over(tail, x => -expm1(-s * x)) + edges[0] * shortfallOfOne(s * edges[0]),
    *multiples(s) {
      const once = points.map(x => Math.exp(-s * x));
      const fallen = new Float64Array(points.length);
      for (let j = 1; ; j++) {
        const anew = j % products === 1;
        let sumBelow = 0;
        let sumTail = 0;
        for (let i = 0; i < points.length; i++) {
          fallen[i] = anew ? Math.exp(-j * s * points[i]) : fallen[i] * once[i];
          const size = weights[i] * fallen[i];
          sumBelow += size * below[i];
          sumTail += size * tail[i];
        }
        yield {
          at: j * s * sumBelow + Math.exp(-j * s * end),
          complement: j * s * sumTail - expm1(-j * s * edges[0]),
        };
      }
    },
  };
}
