import type { Distribution } from './contract.js';

/** Seconds squared; infinite when the scv is. */
export const varianceOf = ({ mean, scv }: Distribution): number =>
  scv === Number.POSITIVE_INFINITY ? scv : scv * mean * mean;

/** The squared coefficient of variation; 0 for the law that is always 0. */
export function scvFrom(mean: number, variance: number): number {
  if (variance === Number.POSITIVE_INFINITY || mean === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  return mean > 0 ? variance / (mean * mean) : 0;
}
