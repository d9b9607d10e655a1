import { readFileSync } from 'node:fs';
import { arrivalProcessOf } from '../../../src/arrivals/index.js';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import type { StationProblem } from '../../../src/engines/theory/index.js';

/** M/M/c, and what to change of it. */
export const problem = (
  lambda: number,
  meanService: number,
  servers = 1,
  changed: Partial<StationProblem> = {},
): StationProblem => ({
  arrivals: arrivalProcessOf({ process: 'poisson', rate: lambda }),
  service: distributionOf({ distribution: 'exponential', mean: meanService }),
  servers,
  capacity: Number.POSITIVE_INFINITY,
  discipline: 'fcfs',
  ...changed,
});

export const law = (spec: DistributionSpec) => distributionOf(spec);

export interface OracleCase {
  readonly id: string;
  readonly model: string;
  // biome-ignore lint/suspicious/noExplicitAny: every kind of case has parameters of its own
  readonly params: any;
  readonly expect: Readonly<Record<string, number>>;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

export const oracle = (name: string): readonly OracleCase[] =>
  JSON.parse(readFileSync(new URL(`./oracles/${name}.json`, import.meta.url), 'utf8'));
