/** How far the moments of what was carried out lie from those of what was drawn, message by message the same draws. */
export interface MomentsError {
  /** In the unit of the values. */
  readonly mean: number;
  /** Squared coefficient of variation, as a share of the asked one; of a small one, of `smallScv`. */
  readonly scv: number;
}

/** Of a law that hardly varies, what counts is how much is added and not how many times it grows. */
const smallScv = 0.2;

export function momentsError(asked: Float64Array, carriedOut: Float64Array): MomentsError {
  const wanted = momentsOf(asked);
  const got = momentsOf(carriedOut);
  return { mean: got.mean - wanted.mean, scv: (got.scv - wanted.scv) / Math.max(wanted.scv, smallScv) };
}

/** Mean, and squared coefficient of variation; of one value at least. */
export function momentsOf(values: Float64Array): { mean: number; scv: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, scv: mean > 0 ? variance / mean ** 2 : 0 };
}

/** Seconds between one moment and the next. */
export const gapsOf = (moments: Float64Array): Float64Array =>
  moments.slice(1).map((moment, i) => moment - moments[i]);
