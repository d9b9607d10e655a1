import type { Exposition, Series } from './series.js';

/** How much a counter grew. */
export interface Increase {
  readonly value: number;
  /** Seconds in which it did; absent: since it began, whenever that was. */
  readonly span?: number;
}

const key = ({ name = '', labels }: Series): string =>
  JSON.stringify([name, ...Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * How the counters are read: from the scrape before to this one, from the first of its samples to the last, or as
 * they stand. A counter that fell has begun anew at 0.
 */
export function increases(
  before: Exposition | undefined,
  between: number | undefined,
): (series: Series) => Increase {
  const old = new Map(before?.series.map(series => [key(series), series]) ?? []);
  return series => {
    const samples = [...(old.get(key(series))?.samples.slice(-1) ?? []), ...series.samples];
    const [first] = samples;
    const last = samples[samples.length - 1];
    if (before === undefined && samples.length === 1) return { value: last.value };
    // A series that was not there before has grown from 0.
    let value = before !== undefined && !old.has(key(series)) ? first.value : 0;
    for (let i = 1; i < samples.length; i++) {
      const step = samples[i].value - samples[i - 1].value;
      value += step >= 0 ? step : samples[i].value;
    }
    const span =
      between ?? (first.time !== undefined && last.time !== undefined ? last.time - first.time : undefined);
    return { value, ...(span !== undefined && span > 0 && { span }) };
  };
}

/** Of series that rate() made: their mean, per second. */
export const meanOf = ({ samples }: Series): number => {
  const known = samples.filter(({ value }) => !Number.isNaN(value));
  return known.length === 0 ? 0 : known.reduce((sum, { value }) => sum + value, 0) / known.length;
};
