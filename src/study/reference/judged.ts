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
  /** Half the width of the interval at the run's own level, as a share of the value. */
  readonly width: number;
  readonly outcome: 'passed' | 'failed' | 'inconclusive';
}

/** A wider interval than this, as a share of the value, says too little. */
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
): Omit<SimulatedComparison, 'metric' | 'expected'> {
  const { value } = estimate;
  const width = estimate.halfWidth / Math.abs(value);
  const { low, high } = atConfidence(estimate, confidence, degrees);
  const room = expected < value ? value - low : high - value;
  const off = Math.abs(expected - value);
  const strain = off === 0 ? 0 : off / room;
  // Nobody showed it, which bounds how often it happens (a share that is judged by itself), but not how long it takes.
  if (value === 0 && low === high && off > 0)
    return { value, low, high, strain, width, outcome: 'inconclusive' };
  // Everybody showed it: the same bound on the share of those who do not.
  if (Math.abs(value - 1) < rounding && off > 0) {
    const least = 1 - Math.log(1 / (1 - confidence)) / estimate.effectiveSamples;
    const outcome = expected >= least && expected <= 1 ? 'passed' : 'failed';
    return { value, low: least, high, strain: off / (1 - least), width, outcome };
  }
  if (strain > 1) return { value, low, high, strain, width, outcome: 'failed' };
  // Of a value that is nothing no width is a share.
  const wide = expected !== 0 && width > widest;
  return { value, low, high, strain, width, outcome: wide ? 'inconclusive' : 'passed' };
}

/** A run that is to reach a width is planned for a little less, since widths are estimates. */
const aim = 0.9 * widest;

/** The width of what was hardly seen says little of how often it is: no run is that many times as long as the one before. */
const mostTimes = 20;

/**
 * How many customers would make every value narrow enough, by the square root law from a run of so many, or bring it
 * nearer; undefined where all are, or where one was never seen.
 */
export function customersToDecide(
  comparisons: readonly Pick<SimulatedComparison, 'outcome' | 'width'>[],
  customers: number,
): number | undefined {
  const open = comparisons.filter(({ outcome }) => outcome === 'inconclusive').map(({ width }) => width);
  const worst = Math.max(...open);
  const times = (worst / aim) * (worst / aim);
  return open.length > 0 && Number.isFinite(times) ? customers * Math.min(times, mostTimes) : undefined;
}
