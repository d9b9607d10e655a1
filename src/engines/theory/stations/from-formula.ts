import { type MeasureName, measures } from '../../../result/measure.js';
import type { Answer, Card, TimeDistribution, Value } from '../model.js';
import type { StationCase } from './case.js';

/** What a formula found, by the names of measures, as an answer; with the mean service where it does not tell another. */
export function fromFormula(
  { service }: Pick<StationCase, 'service'>,
  card: Card,
  found: Readonly<Record<string, unknown>>,
): Answer {
  const source = card.sources[0];
  const told = (Object.keys(measures) as MeasureName[]).flatMap(name => {
    const value = found[name];
    return typeof value === 'number' ? [[name, { value, source } satisfies Value] as const] : [];
  });
  return {
    measures: {
      meanService: { value: service.mean, source, exact: true },
      ...Object.fromEntries(told),
    },
    ...(isLaw(found.wait) && { wait: found.wait }),
    ...(isLaw(found.sojourn) && { sojourn: found.sojourn }),
  };
}

const isLaw = (value: unknown): value is TimeDistribution =>
  typeof value === 'object' && value !== null && 'quantile' in value;
