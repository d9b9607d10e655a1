import { type MeasureName, measures, quantileName, reportedQuantiles } from '../../result/measure.js';
import type { ExactOrApproximate } from '../../result/result.js';
import { cite } from './citation.js';
import type { Card, TimeDistribution } from './model.js';

/** What a formula finds, by the names of measures and percentiles. */
export type Stated = Readonly<Record<string, ExactOrApproximate>>;

/** The measures among what a formula found, and the percentiles of its laws of wait and sojourn. */
export function stated({ exactness, sources }: Card, found: Readonly<Record<string, unknown>>): Stated {
  const estimate = (value: number): ExactOrApproximate => ({
    kind: exactness,
    value,
    source: cite(sources[0]),
  });
  const known = Object.keys(measures) as MeasureName[];
  const means = known.flatMap(name => {
    const value = found[name];
    return typeof value === 'number' ? [[name, estimate(value)] as const] : [];
  });
  const percentiles = (['wait', 'sojourn'] as const).flatMap(of => {
    const law = found[of] as TimeDistribution | undefined;
    return law ? reportedQuantiles.map(p => [quantileName(p, of), estimate(law.quantile(p))] as const) : [];
  });
  return Object.fromEntries([...means, ...percentiles]);
}
