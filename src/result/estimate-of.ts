import { type MeasureName, parseQuantileName } from './measure.js';
import type { Estimate, PartResult } from './result.js';

/** The estimate of a measure or percentile by its name: 'meanWait', 'p99Sojourn'. */
export function estimateOf(result: PartResult, name: string): Estimate | undefined {
  const percentile = parseQuantileName(name);
  if (percentile === undefined) return result.measures[name as MeasureName];
  const quantiles = percentile.of === 'wait' ? result.waitQuantiles : result.sojournQuantiles;
  return quantiles.find(quantile => Math.abs(quantile.p - percentile.p) < 1e-9);
}
