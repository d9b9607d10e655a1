import { mean, sampleVariance } from 'simple-statistics';
import { studentFactor } from './student.js';

/**
 * The mean of independent values of one law with its interval by Student's t: exact where they are normal.
 *
 * @param values two at least
 */
export function meanInterval(
  values: readonly number[],
  confidence: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  const sample = [...values];
  const value = mean(sample);
  const half =
    studentFactor(confidence, sample.length - 1) * Math.sqrt(sampleVariance(sample) / sample.length);
  return { value, low: value - half, high: value + half };
}
