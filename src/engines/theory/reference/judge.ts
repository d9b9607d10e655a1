export type { ReferenceCase } from './case.js';

import { type Kind, type Metrics, Parameters, type ReferenceCase } from './case.js';
import { disciplines } from './disciplines.js';
import { limits } from './limits.js';
import { networks } from './networks.js';
import { overTime } from './over-time.js';
import { stations } from './stations.js';

/** Every kind of case that theory answers, by the name of its model. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...stations,
  ...disciplines,
  ...limits,
  ...networks,
  ...overTime,
};

export interface Comparison {
  readonly metric: string;
  readonly expected: number;
  readonly value: number;
  readonly passed: boolean;
}

export type Judgement =
  | { readonly outcome: 'passed' | 'failed'; readonly comparisons: readonly Comparison[] }
  | { readonly outcome: 'unsupported'; readonly reason: string };

/** Whether theory gives every expected metric of the case within its tolerance; unsupported where it lacks one. */
export function judge(given: ReferenceCase): Judgement {
  if (!Object.hasOwn(kinds, given.model)) {
    return { outcome: 'unsupported', reason: `no formula for "${given.model}"` };
  }
  const asked = Object.keys(given.expect);
  let metrics: Metrics;
  try {
    metrics = kinds[given.model](new Parameters(given.params), asked);
  } catch (error) {
    return { outcome: 'unsupported', reason: error instanceof Error ? error.message : String(error) };
  }
  const missing = asked.filter(metric => metrics[metric] === undefined);
  if (missing.length > 0) return { outcome: 'unsupported', reason: `no formula for ${missing.join(', ')}` };
  const comparisons = asked.flatMap(metric => compare(metric, given, metrics));
  return { outcome: comparisons.every(({ passed }) => passed) ? 'passed' : 'failed', comparisons };
}

/**
 * The values of these metrics for a case.
 * @throws TypeError where theory has none
 */
export function expectedOf(
  { model, params }: Pick<ReferenceCase, 'model' | 'params'>,
  metrics: readonly string[],
): ReferenceCase['expect'] {
  if (!Object.hasOwn(kinds, model)) throw new TypeError(`no formula for "${model}"`);
  const found = kinds[model](new Parameters(params), metrics);
  return Object.fromEntries(
    metrics.map(metric => {
      const value = found[metric];
      if (value === undefined) throw new TypeError(`no formula for ${metric} of "${model}"`);
      return [metric, value];
    }),
  );
}

function compare(metric: string, { expect, tolerance }: ReferenceCase, metrics: Metrics): Comparison[] {
  const [wanted, found] = [expect[metric], metrics[metric]].map(side =>
    typeof side === 'number' ? [side] : (side ?? []),
  );
  return wanted.map((expected, i) => {
    const value = found[i];
    const passed = Math.abs(value - expected) <= tolerance.abs + tolerance.rel * Math.abs(expected);
    return { metric: wanted.length > 1 ? `${metric}[${i}]` : metric, expected, value, passed };
  });
}
