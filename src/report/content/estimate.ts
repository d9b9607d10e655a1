import type { Measure } from '../../result/measure.js';
import type { Estimate, Sampled } from '../../result/result.js';
import { durationScale, formatNumber, formatPercent, rateScale, type Scale } from '../../units.js';

type Unit = Measure['unit'];

/** The unit that suits the value; where the interval is wider than the value, its ends. */
function scaleOf(unit: Unit, estimate: Estimate): Scale {
  const isWide = estimate.kind === 'sampled' && estimate.halfWidth > Math.abs(estimate.value);
  const size = isWide ? Math.max(Math.abs(estimate.low), Math.abs(estimate.high)) : estimate.value;
  if (unit === 'duration') return durationScale(size);
  if (unit === 'rate') return rateScale(size);
  return unit === 'fraction' ? { divisor: 0.01, suffix: ' %' } : { divisor: 1, suffix: '' };
}

/** One side of the interval is so much longer than the other that a single half-width would mislead. */
export function isLopsided(estimate: Estimate): boolean {
  if (!hasWidth(estimate)) return false;
  const { below, above } = sides(estimate);
  return Math.max(below, above) > 1.5 * Math.min(below, above);
}

/** Wider than rounding: what every replication found alike has an interval of almost nothing. */
const hasWidth = (estimate: Estimate): estimate is Sampled =>
  estimate.kind === 'sampled' && estimate.halfWidth > 1e-6 * Math.abs(estimate.value);

const sides = ({ value, low, high }: Sampled) => ({ below: value - low, above: high - value });

/**
 * A value with its half-width in one unit, rounded to where the half-width begins: `39.2 ± 0.4 ms`; with the
 * ends of the interval where that is lopsided: `49 ms (41 to 93)`.
 */
export function formatEstimate(unit: Unit, estimate: Estimate): string {
  const { divisor, suffix } = scaleOf(unit, estimate);
  if (!hasWidth(estimate)) return centreOf(unit, estimate) + band(unit, estimate, ' to ');
  if (isLopsided(estimate)) return withEnds(unit, estimate, ' to ');
  const halfWidth = estimate.halfWidth / divisor;
  const places = decimals(halfWidth);
  const spread = fixed(halfWidth, places, 2);
  const centre = fixed(estimate.value / divisor, places);
  return suffix.startsWith('/')
    ? `${centre}${suffix} ± ${spread}${suffix}`
    : `${centre} ± ${spread}${suffix}`;
}

function centreOf(unit: Unit, estimate: Estimate): string {
  if (unit === 'fraction') return formatPercent(estimate.value);
  const { divisor, suffix } = scaleOf(unit, estimate);
  return formatNumber(estimate.value / divisor) + suffix;
}

/** The same where there is little room: the half-width as a share of the value, `39.2 ms ±1.1%`, or `49 ms (41–93)`. */
export function formatCompactEstimate(unit: Unit, estimate: Estimate): string {
  const centre = centreOf(unit, estimate);
  if (!hasWidth(estimate)) return centre + band(unit, estimate, '–');
  if (isLopsided(estimate)) return withEnds(unit, estimate, '–');
  if (estimate.value === 0) return centre;
  return `${centre} ±${formatPercent(estimate.halfWidth / Math.abs(estimate.value), 2).replace(' ', '')}`;
}

/** `38.8 to 39.6 ms`; undefined for what has no interval, or shows it already. */
export function formatInterval(unit: Unit, estimate: Estimate): string | undefined {
  if (!hasWidth(estimate) || isLopsided(estimate)) return undefined;
  const { low, high, halfWidth } = estimate;
  const { divisor, suffix } = scaleOf(unit, estimate);
  const places = decimals(halfWidth / divisor);
  return `${fixed(low / divisor, places)} to ${fixed(high / divisor, places)}${suffix}`;
}

/** Whether it is one of several approximations that lie apart. */
export const hasBand = (estimate: Estimate): boolean =>
  estimate.kind !== 'sampled' &&
  estimate.between !== undefined &&
  estimate.between.high - estimate.between.low > 1e-3 * Math.abs(estimate.value);

/** ` (9.8 to 10.3)`: the lowest and the highest of the approximations in use. */
function band(unit: Unit, estimate: Estimate, to: string): string {
  if (estimate.kind === 'sampled' || estimate.between === undefined || !hasBand(estimate)) return '';
  const { divisor } = scaleOf(unit, estimate);
  const { low, high } = estimate.between;
  return ` (${formatNumber(low / divisor)}${to}${formatNumber(high / divisor)})`;
}

function withEnds(unit: Unit, estimate: Sampled, to: string): string {
  const { divisor, suffix } = scaleOf(unit, estimate);
  const { below, above } = sides(estimate);
  const [shorter, longer] = [Math.min(below, above), Math.max(below, above)];
  // A side of almost nothing asks for no more places than the longer one bears.
  const places = decimals((shorter > 0 ? Math.max(shorter, longer / 10) : longer) / divisor);
  const [centre, low, high] = [estimate.value, estimate.low, estimate.high].map(x =>
    fixed(x / divisor, places),
  );
  return `${centre}${suffix} (${low}${to}${high})`;
}

/** So many places; to significant digits where there would be too many of them. */
const fixed = (x: number, places: number, significant = 3): string =>
  x === 0 ? '0' : places > 6 ? formatNumber(x, significant) : x.toFixed(places);

/** Two places behind the leading digit when that is a 1, else one: enough to tell widths apart. */
function decimals(halfWidth: number): number {
  const magnitude = Math.floor(Math.log10(Number(halfWidth.toPrecision(2))));
  const leading = Math.floor(Number(halfWidth.toPrecision(2)) / 10 ** magnitude + 1e-9);
  return Math.max(0, (leading === 1 ? 1 : 0) - magnitude);
}
