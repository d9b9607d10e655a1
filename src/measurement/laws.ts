import type { LawCheck, ObservedLaws } from '../result/result.js';
import { dueOf, type Observations } from './observation.js';

/** The quantile function of a law: seconds at a probability. */
type QuantileFunction = (p: number) => number;

const points = 60;

/**
 * What was really sent and taken against the laws that were asked for, quantile by quantile, and how late the
 * sends were.
 *
 * @param served messages that were served to the end
 * @param asked the laws, where they are known
 */
export function observedLaws(
  observations: Observations,
  served: readonly number[],
  asked: { readonly service?: QuantileFunction; readonly interarrival?: QuantileFunction },
): ObservedLaws | undefined {
  const { sent, started, finished } = observations;
  const due = dueOf(observations);
  const sends = [...sent].filter(Number.isFinite).sort((a, b) => a - b);
  if (served.length < points || sends.length < points) return undefined;
  const taken = served.map(i => finished[i] - started[i]);
  const gaps = sends.slice(1).map((time, i) => time - sends[i]);
  const late = [...sent.keys()].filter(i => Number.isFinite(sent[i])).map(i => sent[i] - due[i]);
  return {
    ...(asked.service && { service: against(taken, asked.service) }),
    ...(asked.interarrival && { interarrival: against(gaps, asked.interarrival) }),
    lateness: histogram(late),
  };
}

/** Equally likely quantiles, and the few beyond that a sample of this size can still tell. */
function against(sample: readonly number[], quantile: QuantileFunction): LawCheck {
  const sorted = [...sample].sort((a, b) => a - b);
  const even = Array.from({ length: points }, (_, i) => (i + 0.5) / points);
  const rare = [0.995, 0.998, 0.999].filter(p => sorted.length * (1 - p) >= 5);
  const p = [...even, ...rare];
  return {
    p,
    asked: p.map(quantile),
    found: p.map(share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]),
  };
}

/** Counts by bounds that double from a microsecond on: what is early or on time stands in the first. */
function histogram(values: readonly number[]): ObservedLaws['lateness'] {
  const bounds = Array.from({ length: 24 }, (_, i) => 1e-6 * 2 ** i);
  const last = bounds.findIndex(bound => values.every(value => value <= bound));
  const kept = last < 0 ? bounds : bounds.slice(0, last + 1);
  const counts = kept.map(() => 0);
  for (const value of values) {
    const at = kept.findIndex(bound => value <= bound);
    counts[at < 0 ? kept.length - 1 : at]++;
  }
  return { bounds: kept, counts };
}
