import { square } from '../../../numerics/pow.js';
import type { Sampled } from '../../../result/result.js';
import { proportionInterval } from '../../../statistics/proportion.js';
import { studentFactor } from '../../../statistics/student.js';

/** The mean; of no numbers there is none. */
export const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Standard error of the mean of independent numbers, of which there are two at least. */
export function errorOfMean(numbers: readonly number[]): number {
  const centre = meanOf(numbers);
  const squares = numbers.reduce((sum, n) => sum + square(n - centre), 0);
  return Math.sqrt(squares / (numbers.length * (numbers.length - 1)));
}

/** The mean of independent numbers, with Student's interval. */
export function meanNumber(numbers: readonly number[], confidence: number): Sampled {
  const value = meanOf(numbers);
  const halfWidth = studentFactor(confidence, numbers.length - 1) * errorOfMean(numbers);
  const [low, high] = [value - halfWidth, value + halfWidth];
  return { kind: 'sampled', value, low, high, halfWidth, confidence, effectiveSamples: numbers.length };
}

/** The share of independent numbers that are so, with the interval of Clopper and Pearson. */
export function shareOfNumbers(
  numbers: readonly number[],
  has: (n: number) => boolean,
  confidence: number,
): Sampled {
  const effectiveSamples = numbers.length;
  const count = numbers.filter(has).length;
  const value = count / effectiveSamples;
  const { low, high } = proportionInterval(count, effectiveSamples, confidence);
  const halfWidth = Math.max(high - value, value - low);
  return { kind: 'sampled', value, low, high, halfWidth, confidence, effectiveSamples };
}
