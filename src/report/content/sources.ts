import type { Citation, Estimate } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { resultsInOrder } from './columns.js';

/** A citation with the number under which the table refers to it, from 1. */
export interface NumberedSource {
  readonly number: number;
  readonly citation: Citation;
}

/** Every source that a number of the study rests on, in the order in which the study names them. */
export function sourcesOf(study: Study): NumberedSource[] {
  const cited = new Map<string, Citation>();
  const parts = resultsInOrder(study).flatMap(result => [
    result,
    ...Object.values(result.stations ?? {}).flatMap(station => [
      station,
      ...Object.values(station.classes ?? {}),
    ]),
    ...Object.values(result.classes ?? {}),
  ]);
  for (const { measures, waitQuantiles, sojournQuantiles } of parts) {
    for (const estimate of [...Object.values(measures), ...waitQuantiles, ...sojournQuantiles]) {
      if (estimate.kind !== 'sampled' && !cited.has(estimate.source.text))
        cited.set(estimate.source.text, estimate.source);
    }
  }
  return [...cited.values()].map((citation, i) => ({ number: i + 1, citation }));
}

/** The number of an estimate's source; undefined for what was sampled. */
export const sourceNumber = (sources: readonly NumberedSource[], estimate: Estimate): number | undefined =>
  estimate.kind === 'sampled'
    ? undefined
    : sources.find(({ citation }) => citation.text === estimate.source.text)?.number;
