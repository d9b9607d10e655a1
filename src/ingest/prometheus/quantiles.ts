import { fromPercentiles } from '../buckets/from-percentiles.js';
import { IngestError } from '../problem.js';
import type { Found } from './found.js';
import type { Metric } from './metric.js';
import type { Series } from './series.js';

/**
 * The percentiles of a summary, of one source: those of several make none of the whole.
 * @param value of a counter
 * @param unit seconds in one unit of the times
 * @throws IngestError when there are several sources, or no percentiles
 */
export function quantilesOf(
  { parts, sums, counts, name }: Metric,
  value: (series: Series) => number,
  unit: number,
  file: string,
): Found {
  const sources = new Set(
    parts.map(({ labels: { quantile: _, ...rest } }) =>
      Object.entries(rest)
        .map(([key, text]) => `${key}=${text}`)
        .join(' '),
    ),
  );
  if (sources.size > 1)
    throw new IngestError(
      `${file}: percentiles of ${sources.size} sources of ${name} cannot be averaged or added up; choose one by --label:\n  ${[...sources].slice(0, 10).join('\n  ')}`,
    );
  const points = parts.flatMap(({ labels, samples, place }) => {
    const time = samples[samples.length - 1].value;
    if (Number.isNaN(time)) throw new IngestError(`${place}: NaN: the summary has seen nothing of late`);
    const p = Number(labels.quantile);
    return p > 0 && p < 1 ? [{ p, time: time * unit, place }] : [];
  });
  const add = (series: readonly Series[]) => series.reduce((sum, one) => sum + value(one), 0);
  const total = counts.length > 0 ? add(counts) : undefined;
  const sum = sums.length > 0 ? add(sums) : undefined;
  return {
    buckets: {
      ...fromPercentiles(points, file),
      ...(sum !== undefined && total !== undefined && total > 0 && { mean: (sum * unit) / total }),
    },
    ...(total !== undefined && { total }),
    notes: [`what lies between ${points.length} percentiles is not known, nor beyond the last`],
  };
}
