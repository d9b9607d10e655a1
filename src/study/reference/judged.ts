import { atConfidence } from '../../comparison/widen.js';
import type { Sampled } from '../../result/result.js';

/** A simulated value beside the expected one. */
export interface SimulatedComparison {
  readonly metric: string;
  readonly expected: number;
  readonly value: number;
  /** At the level that holds over the whole file. */
  readonly low: number;
  readonly high: number;
  /** How much of the way from the value to the end of the interval the expected value lies; above 1 it is outside. */
  readonly strain: number;
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
}

/** A wider interval than this says too little. */
const widest = 0.1;
/** Far out in the tails, where no coverage was measured, the fewest degrees of freedom that an interval may have. */
const degrees = 15;

/** Of sums over many customers. */
const rounding = 1e-11;

/** Where the expected value lies in the interval at this level. */
export function judged(
  estimate: Sampled,
  expected: number,
  confidence: number,
): Pick<SimulatedComparison, 'low' | 'high' | 'strain' | 'outcome'> {
  const { value } = estimate;
  const { low, high } = atConfidence(estimate, confidence, degrees);
  const room = expected < value ? value - low : high - value;
  const off = Math.abs(expected - value);
  const strain = off === 0 ? 0 : off / room;
  // Nobody showed it, which bounds how often it happens (a share that is judged by itself), but not how long it takes.
  if (value === 0 && low === high && off > 0) return { low, high, strain, outcome: 'inconclusive' };
  // Everybody showed it: the same bound on the share of those who do not.
  if (Math.abs(value - 1) < rounding && off > 0) {
    const least = 1 - Math.log(1 / (1 - confidence)) / estimate.effectiveSamples;
    const outcome = expected >= least && expected <= 1 ? 'passed' : 'failed';
    return { low: least, high, strain: off / (1 - least), outcome };
  }
  if (strain > 1) return { low, high, strain, outcome: 'failed' };
  // Of a value that is nothing no width is a share.
  const wide = expected !== 0 && estimate.halfWidth > widest * Math.abs(estimate.value);
  return { low, high, strain, outcome: wide ? 'inconclusive' : 'passed' };
}
