import type { BaulkingSpec } from '../type.js';

/** The probability that a customer comes in who finds so many at the station. */
export function joining(spec: BaulkingSpec, present: number): number {
  if (spec === 'discouraged') return 1 / (present + 1);
  if ('from' in spec) return present < spec.from ? 1 : 0;
  return spec.joining[Math.min(present, spec.joining.length - 1)];
}
