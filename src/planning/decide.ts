import { type MeasureName, parseQuantileName } from '../result/measure.js';
import type { Interim, Within } from '../result/question.js';
import type { Estimate } from '../result/result.js';
import type { Threshold } from '../scenario/type.js';

/**
 * Whether a target is met: 'met' and 'missed' with the confidence of the interval, 'close' when the value is
 * known to lie so near to the limit that more work would hardly tell, 'open' when more work might.
 */
export type Decision = 'met' | 'missed' | 'close' | 'open';

/** A share is close to its limit within a fifth of it; of anything else a twentieth. */
const closeShare = 0.2;
const closeValue = 0.05;

/** The limit of a share must have been worth so many independent customers before it counts as kept. */
const evidence = 100;

/** The shares to ask for, so that targets on percentiles can be decided. */
export const sharesFor = (targets: readonly Threshold[]): Within[] =>
  targets.flatMap(({ measure, limit }) => {
    const percentile = parseQuantileName(measure);
    return percentile ? [{ of: percentile.of, time: limit }] : [];
  });

/**
 * A target on a percentile is decided by the share of customers beyond its limit, which needs no density and
 * whose interval is the more reliable one: p99 < x means that at most 1 % exceed x.
 */
export function decide(target: Threshold, answer: Interim): Decision {
  const percentile = parseQuantileName(target.measure);
  if (percentile !== undefined) {
    const share = answer.within?.find(({ of, time }) => of === percentile.of && time === target.limit);
    return share === undefined ? 'open' : decideShare(exceeding(share), 1 - percentile.p);
  }
  const estimate = answer.measures[target.measure as MeasureName];
  if (estimate === undefined) return 'open';
  if (target.measure.startsWith('probability')) return decideRare(estimate, target, answer);
  return decideValue(estimate, target);
}

/** All targets together: as the worst of them. */
export function decideAll(targets: readonly Threshold[], answer: Interim): Decision {
  const decisions = targets.map(target => decide(target, answer));
  return (['missed', 'open', 'close'] as const).find(decision => decisions.includes(decision)) ?? 'met';
}

interface Range {
  readonly low: number;
  readonly high: number;
  /** Absent: nothing was sampled. */
  readonly samples?: number;
}

const rangeOf = (estimate: Estimate): Range =>
  estimate.kind === 'sampled'
    ? { low: estimate.low, high: estimate.high, samples: estimate.effectiveSamples }
    : { low: estimate.value, high: estimate.value };

function exceeding(share: Estimate): Range {
  const { low, high, samples } = rangeOf(share);
  return { low: 1 - high, high: 1 - low, ...(samples !== undefined && { samples }) };
}

/** Rounding of 1 - p must not decide where the share is exact. */
const slack = 1e-12;

function decideShare({ low, high, samples }: Range, allowed: number): Decision {
  if (samples === undefined) return high <= allowed + slack ? 'met' : 'missed';
  if (low > allowed) return 'missed';
  const enough = samples * allowed >= evidence;
  if (high < allowed && enough) return 'met';
  return enough && isClose({ low, high }, allowed, closeShare) ? 'close' : 'open';
}

/** The customers behind a probability are as independent as those behind the probability of waiting. */
function decideRare(estimate: Estimate, { limit, comparison }: Threshold, answer: Interim): Decision {
  const { low, high } = rangeOf(estimate);
  if (estimate.kind !== 'sampled') return decideValue(estimate, { limit, comparison });
  const waiting = answer.measures.probabilityOfWait;
  const samples = waiting?.kind === 'sampled' ? waiting.effectiveSamples : estimate.effectiveSamples;
  return decideShare({ low, high, samples }, limit);
}

function decideValue(
  estimate: Estimate,
  { limit, comparison }: Pick<Threshold, 'limit' | 'comparison'>,
): Decision {
  const { low, high, samples } = rangeOf(estimate);
  if (samples === undefined) {
    const kept = comparison === '<' ? high < limit : high <= limit;
    return kept ? 'met' : 'missed';
  }
  if (high < limit) return 'met';
  if (low > limit) return 'missed';
  return isClose({ low, high }, limit, closeValue) ? 'close' : 'open';
}

const isClose = ({ low, high }: Range, limit: number, by: number): boolean =>
  low >= limit * (1 - by) && high <= limit * (1 + by);
