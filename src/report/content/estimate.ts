import type { Measure } from '../../result/measure.js';
import type { Estimate } from '../../result/result.js';
import { durationScale, formatNumber, formatPercent, rateScale, type Scale } from '../../units.js';

type Unit = Measure['unit'];

function scaleOf(unit: Unit, value: number): Scale {
  if (unit === 'duration') return durationScale(value);
  if (unit === 'rate') return rateScale(value);
  return unit === 'fraction' ? { divisor: 0.01, suffix: ' %' } : { divisor: 1, suffix: '' };
}

/** A value with its half-width in one unit, rounded to where the half-width begins: `39.2 ± 0.4 ms`. */
export function formatEstimate(unit: Unit, estimate: Estimate): string {
  const { value } = estimate;
  const { divisor, suffix } = scaleOf(unit, value);
  if (estimate.kind !== 'sampled' || estimate.halfWidth === 0) {
    return formatNumber(value / divisor) + suffix;
  }
  const halfWidth = estimate.halfWidth / divisor;
  const places = decimals(halfWidth);
  const spread = places > 6 ? formatNumber(halfWidth, 2) : halfWidth.toFixed(places);
  const centre = places > 6 ? formatNumber(value / divisor) : (value / divisor).toFixed(places);
  return suffix.startsWith('/')
    ? `${centre}${suffix} ± ${spread}${suffix}`
    : `${centre} ± ${spread}${suffix}`;
}

/** The same where there is little room: the half-width as a share of the value, `39.2 ms ±1.1 %`. */
export function formatCompactEstimate(unit: Unit, estimate: Estimate): string {
  const { divisor, suffix } = scaleOf(unit, estimate.value);
  const centre = formatNumber(estimate.value / divisor) + suffix;
  if (estimate.kind !== 'sampled' || estimate.value === 0 || estimate.halfWidth === 0) return centre;
  return `${centre} ±${formatPercent(estimate.halfWidth / Math.abs(estimate.value), 2).replace(' ', '')}`;
}

/** `38.8 to 39.6 ms`, and at what confidence; undefined for what is not sampled. */
export function formatInterval(unit: Unit, estimate: Estimate): string | undefined {
  if (estimate.kind !== 'sampled') return undefined;
  const { low, high, confidence, value, halfWidth } = estimate;
  const { divisor, suffix } = scaleOf(unit, value);
  const places = halfWidth > 0 ? Math.min(6, decimals(halfWidth / divisor)) : 3;
  const end = (x: number): string => (x / divisor).toFixed(places);
  return `${end(low)} to ${end(high)}${suffix} (${formatPercent(confidence)} interval)`;
}

/** Two places behind the leading digit when that is a 1, else one: enough to tell widths apart. */
function decimals(halfWidth: number): number {
  const magnitude = Math.floor(Math.log10(Number(halfWidth.toPrecision(2))));
  const leading = Math.floor(Number(halfWidth.toPrecision(2)) / 10 ** magnitude + 1e-9);
  return Math.max(0, (leading === 1 ? 1 : 0) - magnitude);
}
