import type { Distribution } from '../../../distributions/contract.js';
import { gammaP } from '../../../numerics/incomplete-gamma.js';
import { poissonProbability } from '../../../numerics/poisson.js';
import { NotCovered } from '../not-covered.js';
import { transformOf } from './laplace.js';
import { count, nodes, weights } from './legendre.js';
import { resolvedTail } from './resolved-tail.js';

/** Poisson arrivals during one time of a law. */
export interface ArrivalsDuring {
  readonly none: number;
  /** `atLeast[n]`: the chance of n or more. */
  readonly atLeast: Float64Array;
  /** `beyond[n]`: the mean number above n. */
  readonly beyond: Float64Array;
}

/**
 * For n = 0 .. `most`. From P(N >= n) = ∫ λ e^(-λx) (λx)^(n - 1) / (n - 1)! P(X > x) dx, and the same with the sum
 * over all larger n at the end: positive terms, so that small chances keep their digits.
 * @throws NotCovered where the law jumps and bends too often to be followed
 */
export function arrivalsDuring(rate: number, law: Distribution, most: number): ArrivalsDuring {
  const { atLeast, beyondLast } =
    law.kendall === 'D' ? constant(rate, law.mean, most) : general(rate, law, most);
  const beyond = new Float64Array(most + 1);
  beyond[most] = beyondLast;
  for (let n = most; n > 0; n--) beyond[n - 1] = beyond[n] + atLeast[n];
  return { none: transformOf(law).at(rate), atLeast, beyond };
}

interface Part {
  readonly atLeast: Float64Array;
  readonly beyondLast: number;
}

function constant(rate: number, time: number, most: number): Part {
  const mean = rate * time;
  const last = Math.ceil(Math.max(most, mean) + 12 * Math.sqrt(Math.max(most, mean)) + 50);
  const atLeast = new Float64Array(most + 1);
  let [tail, beyondLast] = [0, 0];
  for (let n = last; n >= 0; n--) {
    tail += poissonProbability(n, mean);
    if (n > most) beyondLast += tail;
    else atLeast[n] = Math.min(1, tail);
  }
  return { atLeast, beyondLast };
}

function general(rate: number, law: Distribution, most: number): Part {
  const resolved = resolvedTail(law);
  if (resolved === undefined) throw new NotCovered('a law that jumps and bends too often to be followed');
  const { edges, tailAt, excess } = resolved;
  const atLeast = new Float64Array(most + 1);
  atLeast[0] = 1;
  // Later than this more than `most` have come but for rounding.
  const end = Math.min(edges[edges.length - 1], (most + 12 * Math.sqrt(most) + 50) / rate);
  let beyondLast = rate * excess(end);
  for (const [from, to] of panelsOf([0, ...edges], end, rate)) {
    const half = (to - from) / 2;
    for (let j = 0; j < count; j++) {
      const x = from + half * (1 + nodes[j]);
      const size = weights[j] * half * tailAt(x) * rate;
      spread(atLeast, rate * x, size);
      beyondLast += size * (most === 0 ? 1 : gammaP(most, rate * x));
    }
  }
  return { atLeast, beyondLast };
}

/** Adds to the chance of n or more that the n-th comes at about this time. */
function spread(atLeast: Float64Array, mean: number, size: number): void {
  const width = 12 * Math.sqrt(mean) + 20;
  const first = Math.max(0, Math.floor(mean - width));
  const last = Math.min(atLeast.length - 2, Math.ceil(mean + width + 20));
  let chance = size * poissonProbability(first, mean);
  for (let n = first; n <= last; n++) {
    atLeast[n + 1] += chance;
    chance *= mean / (n + 1);
  }
}

/** Between the bends of the law, and none wider than the arrivals of one panel can tell apart. */
function* panelsOf(edges: readonly number[], end: number, rate: number): Generator<[number, number]> {
  for (let i = 1; i < edges.length; i++) {
    const [start, stop] = [edges[i - 1], Math.min(edges[i], end)];
    for (let from = start; from < stop; ) {
      const to = Math.min(stop, from + (4 + 1.5 * Math.sqrt(rate * from)) / rate);
      yield [from, to];
      if (!(to > from)) break;
      from = to;
    }
  }
}
