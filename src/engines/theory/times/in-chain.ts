import { poissonExpectation } from '../../../numerics/poisson.js';
import type { Source, TimeDistribution } from '../model.js';
import { fromCdf } from './simple.js';

/** A customer on its way through the states of a Markov chain, until it leaves them. */
export interface WayThroughChain {
  /** In which state it begins; what is missing to 1 has left at once. */
  readonly begins: Float64Array<ArrayBuffer>;
  /** Per second: no state is left more often. */
  readonly rate: number;
  /**
   * The chances after an event of the chain that has one at that rate, in some of them staying where it is.
   * Adds to `after`, which holds zeros; what it leaves out has left.
   */
  readonly event: (before: Float64Array, after: Float64Array) => void;
}

/** The chances to be there yet after 0, 1, 2 ... events, and the factor by which they fall beyond. */
export interface Survival {
  readonly chances: readonly number[];
  readonly factor: number;
}

/** Products of states and events: some tens of milliseconds. */
const mostWork = 4e6;
/** Events from one look at the pace to the next. */
const stride = 16;
/** Relative change of the pace from look to look, below which one exponential is left. */
const settled = 1e-9;
/** Of those who are still there nobody asks. */
const nobody = 1e-15;

/** Once they fall by the same factor from event to event they do so ever after. Undefined where that takes too many events. */
export function survivalOf({
  begins,
  event,
}: Pick<WayThroughChain, 'begins' | 'event'>): Survival | undefined {
  let [before, after] = [begins.slice(), new Float64Array(begins.length)];
  return untilSettled(sumOf(begins), k => {
    if (k * begins.length > mostWork) return undefined;
    after.fill(0);
    event(before, after);
    [before, after] = [after, before];
    return sumOf(before);
  });
}

/** @param next the chance after the k-th event */
export function untilSettled(first: number, next: (k: number) => number | undefined): Survival | undefined {
  const chances = [first];
  let pace = Number.NaN;
  for (let k = 1; ; k++) {
    const chance = next(k);
    if (chance === undefined) return undefined;
    chances.push(chance);
    if (chance < nobody) return { chances, factor: 0 };
    if (k % stride !== 0) continue;
    const now = Math.log(chance / chances[k - stride]) / stride;
    if (now < 0 && Math.abs(now - pace) <= settled * -now) return { chances, factor: Math.exp(now) };
    pace = now;
  }
}

export const survived = ({ chances, factor }: Survival, k: number): number =>
  k < chances.length ? chances[k] : chances[chances.length - 1] * factor ** (k - chances.length + 1);

/**
 * How long the customer stays: uniformisation (A. Jensen, Skandinavisk Aktuarietidskrift 36 (1953); not checked).
 * P(T > t) = E left(N(t)) with N Poisson of the rate and left(k) the chance to be there after k events, a sum of
 * positive terms.
 *
 * @param mean of the time, or near it; seconds
 */
export const timeOf = (left: Survival, rate: number, mean: number, source: Source): TimeDistribution =>
  fromCdf(t => 1 - poissonExpectation(rate * t, k => survived(left, k)), mean, source);

/** Undefined where it takes too many events to say. */
export function timeInChain({
  mean,
  source,
  ...way
}: WayThroughChain & { readonly mean: number; readonly source: Source }): TimeDistribution | undefined {
  const left = survivalOf(way);
  return left && timeOf(left, way.rate, mean, source);
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
