import { sharesOf } from '../buckets/buckets.js';
import { IngestError } from '../problem.js';
import type { Found } from './found.js';
import type { Metric } from './metric.js';
import type { Series } from './series.js';
import { numberIn } from './text.js';

/** What is lost to rounding in numbers that rate() made. */
const rounding = 1e-9;

/**
 * Classic buckets, added up over all sources: counts may be added where percentiles may not.
 * @param value of a series
 * @param unit seconds in one unit of the bounds
 * @throws IngestError when bounds differ between sources, or the buckets contradict each other
 */
export function histogramOf(
  { parts, sums, counts, name }: Metric,
  value: (series: Series) => number,
  unit: number,
  file: string,
): Found {
  const sources = new Map<string, Series[]>();
  for (const part of parts) {
    const { le: _, ...rest } = part.labels;
    const source = JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
    sources.set(source, [...(sources.get(source) ?? []), part]);
  }
  const each = [...sources.values()].map(source => cumulative(source, value));
  const [bounds] = each.map(({ edges }) => edges);
  const other = each.find(({ edges }) => edges.join() !== bounds.join());
  if (other !== undefined)
    throw new IngestError(
      `${other.place}: its buckets have other bounds than ${each[0].place}, so they cannot be added up; choose one source by --label`,
    );
  const totals = bounds.map((_, i) => each.reduce((sum, { below }) => sum + below[i], 0));
  const total = totals[totals.length - 1];
  if (!(total > 0))
    throw new IngestError(`${file}: the histogram ${name} is empty: nothing was counted in that time`);
  const add = (series: readonly Series[]) => series.reduce((sum, one) => sum + value(one), 0);
  if (counts.length > 0 && Math.abs(add(counts) - total) > 1e-6 * total)
    throw new IngestError(
      `${counts[0].place}: ${name}_count says ${add(counts)}, its buckets ${total}: read all of them at one time`,
    );
  const sum = sums.length > 0 ? add(sums) : undefined;
  // Bounds of 0 and less hold nothing that takes time.
  const used = bounds.flatMap((edge, i) => (edge > 0 && edge < Number.POSITIVE_INFINITY ? [i] : []));
  if (used.length === 0)
    throw new IngestError(
      `${each[0].place}: the histogram has no bound above 0 besides +Inf, so it tells nothing of the times; expected buckets such as le="0.5"`,
    );
  const below = [...used.map(i => totals[i]), total];
  const inEach = below.map((one, i) => one - (below[i - 1] ?? 0));
  return {
    buckets: {
      edges: used.map(i => bounds[i] * unit),
      shares: sharesOf(inEach),
      ...(sum !== undefined && sum > 0 && { mean: (sum * unit) / total }),
    },
    total,
    notes:
      each.length > 1 ? [`the counts of ${each.length} sources are added up; --label takes one of them`] : [],
  };
}

/** Bounds and what lies below each, of one source. */
function cumulative(parts: readonly Series[], value: (series: Series) => number) {
  const sorted = parts
    .map(part => ({ edge: numberIn(part.labels.le), below: value(part), place: part.place }))
    .sort((a, b) => a.edge - b.edge);
  const last = sorted[sorted.length - 1];
  sorted.forEach(({ edge, below, place }, i) => {
    if (Number.isNaN(edge) || !(below >= 0))
      throw new IngestError(`${place}: le="${edge}" and ${below} are no bucket`);
    const before = sorted[i - 1];
    if (before !== undefined && below < before.below * (1 - rounding))
      throw new IngestError(
        `${place}: the bucket up to ${edge} holds ${below}, fewer than the ${before.below} up to ${before.edge}: expected counts of all up to the bound`,
      );
    if (edge < 0 && below > 0)
      throw new IngestError(`${place}: ${below} times are negative: is this a duration?`);
  });
  if (last.edge !== Number.POSITIVE_INFINITY)
    throw new IngestError(`${last.place}: there is no bucket le="+Inf" behind this one: the last holds all`);
  return {
    edges: sorted.map(({ edge }) => edge),
    below: sorted.map(({ below }) => below),
    place: sorted[0].place,
  };
}
