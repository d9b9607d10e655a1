import { IngestError } from '../problem.js';
import type { Buckets } from './buckets.js';

/**
 * Percentiles as buckets whose shares are known and whose bounds were measured.
 * @param points p in (0, 1); seconds that a share p does not exceed
 * @param place for messages
 * @throws IngestError when there are fewer than two, or they do not grow
 */
export function fromPercentiles(
  points: readonly { readonly p: number; readonly time: number }[],
  place: string,
): Buckets {
  const sorted = [...points].sort((a, b) => a.p - b.p);
  if (sorted.length < 2)
    throw new IngestError(
      `${place}: ${sorted.length} percentiles; expected two or more, such as p50=8ms,p99=85ms`,
    );
  sorted.forEach(({ p, time }, i) => {
    const before = sorted[i - 1];
    if (!(time > 0))
      throw new IngestError(`${place}: p${percent(p)} is ${time} s; expected a duration above 0`);
    if (before !== undefined && (time < before.time || p === before.p))
      throw new IngestError(
        `${place}: p${percent(p)} is ${time} s and p${percent(before.p)} is ${before.time} s; expected percentiles that grow`,
      );
  });
  // Of percentiles that are equal the last says all.
  const steps = sorted.filter(({ time }, i) => time !== sorted[i + 1]?.time);
  return {
    edges: steps.map(({ time }) => time),
    shares: [...steps.map(({ p }, i) => p - (steps[i - 1]?.p ?? 0)), 1 - steps[steps.length - 1].p],
  };
}

const percent = (p: number): number => Number((p * 100).toFixed(6));
