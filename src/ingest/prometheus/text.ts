import { IngestError } from '../problem.js';
import { eachNumbered } from '../rows/lines-of.js';
import type { Exposition, Series } from './series.js';

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = String.raw`[a-zA-Z_][a-zA-Z0-9_]*\s*=\s*"(?:[^"\\]|\\.)*"`;
const value = String.raw`[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|Inf|NaN)`;
/** A sample; what OpenMetrics puts behind it as an exemplar is left alone. */
const sample = new RegExp(
  String.raw`^(${name})\s*(?:\{\s*((?:${label}\s*,?\s*)*)\})?\s+(${value})(?:\s+(${value}))?\s*(?:#\s.*)?$`,
);
const eachLabel = /([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"/g;

/** Whether a line is one of a text exposition. */
export const isExposition = (line: string): boolean => /^# (TYPE|HELP|UNIT) /.test(line) || sample.test(line);

/**
 * The series of a text exposition of Prometheus, or of OpenMetrics ("Exposition formats" of the documentation of
 * Prometheus; the specification of OpenMetrics 1.0).
 * @throws IngestError with the line that is no sample
 */
export function readText(file: string): Exposition {
  const series: Series[] = [];
  const units: Record<string, string> = {};
  let openMetrics = false;
  eachNumbered(file, (text, line) => {
    if (text.startsWith('#')) {
      const [, metric, unit] = /^# UNIT (\S+) (\S+)/.exec(text) ?? [];
      if (metric !== undefined) units[metric] = unit;
      if (text.startsWith('# EOF')) openMetrics = true;
      return;
    }
    const [, found, labels = '', number, time] = sample.exec(text) ?? [];
    if (found === undefined)
      throw new IngestError(
        `${file}:${line}: this is no sample of a text exposition; expected a line such as name_bucket{le="0.5"} 12`,
      );
    series.push({
      name: found,
      labels: labelsIn(labels),
      samples: [{ value: numberIn(number), ...(time !== undefined && { time: numberIn(time) }) }],
      place: `${file}:${line}`,
    });
  });
  return { series: openMetrics ? series : series.map(inSeconds), units };
}

/** The older format stamps samples in milliseconds, OpenMetrics in seconds. */
const inSeconds = (series: Series): Series => ({
  ...series,
  samples: series.samples.map(({ value, time }) => ({
    value,
    ...(time !== undefined && { time: time / 1000 }),
  })),
});

const labelsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(eachLabel)].map(([, key, quoted]) => [
      key,
      quoted.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark)),
    ]),
  );

export const numberIn = (text: string): number => Number(text.replace(/Inf$/, 'Infinity'));
