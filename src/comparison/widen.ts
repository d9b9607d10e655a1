import type { Sampled } from '../result/result.js';
import { studentFactor } from '../statistics/student.js';

/** The interval of the same data at another level. @param degrees of freedom behind it */
export function atConfidence(
  { value, low, high, confidence }: Sampled,
  wanted: number,
  degrees: number,
): { low: number; high: number } {
  const stretch = studentFactor(wanted, degrees) / studentFactor(confidence, degrees);
  return { low: value - (value - low) * stretch, high: value + (high - value) * stretch };
}
