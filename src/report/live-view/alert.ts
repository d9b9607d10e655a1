import { estimateOf } from '../../result/estimate-of.js';
import type { Threshold } from '../../scenario/type.js';
import type { LiveNow } from '../../study/live-now.js';
import { formatEstimate } from '../content/estimate.js';
import { measureLabel } from '../content/measure-label.js';

/** A threshold that fails, or holds again, while the run goes on. */
export function alertText(
  { text, measure }: Threshold,
  failing: boolean,
  { soFar, recent }: LiveNow,
): string {
  const value = estimateOf(soFar, measure);
  const found = value ? `${formatEstimate(measureLabel(measure).unit, value)} ` : '';
  return `${text}: ${failing ? 'fails so far' : 'holds again'}, ${found}after ${recent.served} messages`;
}
