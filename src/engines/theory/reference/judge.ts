import { ParameterError } from '../../../distributions/contract.js';
import { NotCovered } from '../not-covered.js';
import { type Metrics, Parameters, type ReferenceCase } from './case.js';
import { kindOf } from './kinds.js';

export type { ReferenceCase } from './case.js';

export interface Comparison {
  readonly metric: string;
  readonly expected: number;
  readonly value: number;
  readonly passed: boolean;
}

export type Judgement =
  | { readonly outcome: 'passed' | 'failed'; readonly comparisons: readonly Comparison[] }
  | { readonly outcome: 'unsupported'; readonly reason: string };

/**
 * Whether theory gives every expected metric of the case within its tolerance; unsupported where it lacks one,
 * where a parameter is none, or where no formula reaches. Any other error is a fault, and is thrown on.
 */
export function judge(given: ReferenceCase): Judgement {
  const kind = kindOf(given.model);
  if (kind === undefined) return { outcome: 'unsupported', reason: `no formula for "${given.model}"` };
  const asked = Object.keys(given.expect);
  let metrics: Metrics;
  try {
    metrics = kind(new Parameters(given.params), asked);
  } catch (error) {
    if (!(error instanceof ParameterError || error instanceof NotCovered)) throw error;
    return { outcome: 'unsupported', reason: error.message };
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
  const kind = kindOf(model);
  if (kind === undefined) throw new TypeError(`no formula for "${model}"`);
  const found = kind(new Parameters(params), metrics);
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
