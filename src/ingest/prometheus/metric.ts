import { bears } from '../formats/bears.js';
import { IngestError } from '../problem.js';
import type { Exposition, Series } from './series.js';

/** The series that belong to one histogram or summary, of one or several sources. */
export interface Metric {
  /** Without _bucket; empty where the series have no name. */
  readonly name: string;
  readonly kind: 'histogram' | 'summary';
  /** Those with `le`, or with `quantile`. */
  readonly parts: readonly Series[];
  readonly sums: readonly Series[];
  readonly counts: readonly Series[];
}

/**
 * The histogram or summary that is asked for, or the only one there is.
 * @throws IngestError when there is none, or more than one
 */
export function metricIn(
  { series }: Exposition,
  file: string,
  asked: string | undefined,
  labels: Readonly<Record<string, string>>,
): Metric {
  const kinds = new Map<string, 'histogram' | 'summary'>();
  for (const one of series) {
    const { le, quantile } = one.labels;
    if (le !== undefined) kinds.set(baseOf(one), 'histogram');
    else if (quantile !== undefined) kinds.set(baseOf(one), 'summary');
  }
  const list = [...kinds].map(([name, kind]) => `\n  ${name || '(without a name)'}: ${kind}`).join('');
  if (kinds.size === 0) throw new IngestError(`${file}: ${withoutBuckets(series)}`);
  const base =
    asked?.replace(/_(bucket|sum|count)$/, '') ?? (kinds.size === 1 ? [...kinds.keys()][0] : undefined);
  if (base === undefined)
    throw new IngestError(`${file} has several histograms; choose one by --metric:${list}`);
  const kind = kinds.get(base);
  if (kind === undefined)
    throw new IngestError(
      `--metric ${asked}: ${file} has no such histogram or summary; expected one of${list}`,
    );
  const own = series.filter(one => bears(one.labels, labels));
  const parts = own.filter(
    one => baseOf(one) === base && one.labels[kind === 'histogram' ? 'le' : 'quantile'] !== undefined,
  );
  if (parts.length === 0) throw new IngestError(labelProblem(base, file, series, labels));
  const named = (suffix: string) => own.filter(({ name }) => name === `${base}_${suffix}` && base !== '');
  return { name: base, kind, parts, sums: named('sum'), counts: named('count') };
}

const baseOf = ({ name = '', labels }: Series): string =>
  labels.le === undefined ? name : name.replace(/_bucket$/, '');

function withoutBuckets(series: readonly Series[]): string {
  const only =
    'a mean or a gauge tells nothing of how services vary, and percentiles of parts make none of the whole';
  return `there is no histogram or summary among ${series.length} series (${[...new Set(series.map(({ name = 'without a name' }) => name))].slice(0, 5).join(', ')}); expected series with a label le or quantile: ${only}`;
}

function labelProblem(
  base: string,
  file: string,
  series: readonly Series[],
  labels: Readonly<Record<string, string>>,
): string {
  const known = Object.keys(labels).map(key => {
    const values = new Set(series.filter(one => baseOf(one) === base).flatMap(one => one.labels[key] ?? []));
    return `${key}: ${values.size === 0 ? 'there is no such label' : [...values].slice(0, 10).join(', ')}`;
  });
  const asked = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return `--label ${asked.join(' --label ')}: no series of ${base || file} bears that; there are\n  ${known.join('\n  ')}`;
}
