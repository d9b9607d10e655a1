import type { ReferenceCase } from '../engines/theory/reference/case.js';
import { expectedOf } from '../engines/theory/reference/judge.js';
import {
  judgeSimulation,
  type SimulatedComparison,
  type SimulationJudgement,
} from './reference/simulation.js';
import { type SelftestCase, selftestCases } from './selftest/cases.js';

type Told = Exclude<SimulationJudgement, { outcome: 'unsupported' }>;

/** Chance that a sound simulator fails anywhere, over all seeds: at most. */
export const falseAlarm = 1e-4;

export interface SelftestRow {
  readonly id: string;
  readonly about: string;
  readonly outcome: 'passed' | 'failed';
  readonly comparisons: readonly SimulatedComparison[];
}

export interface SelftestReport {
  readonly schema: 1;
  readonly outcome: 'passed' | 'failed';
  readonly seed: number;
  /** Customers of each case, about. */
  readonly customers: number;
  readonly falseAlarm: number;
  /** Values compared, over all cases. */
  readonly values: number;
  readonly rows: readonly SelftestRow[];
}

export interface SelftestOptions {
  readonly seed: number;
  readonly customers: number;
  readonly workers: number;
  readonly signal?: AbortSignal;
  readonly onRow?: (row: SelftestRow, total: number) => void;
}

/**
 * Compares the simulator with closed forms: each value of each case must lie in an interval so wide that, by
 * Bonferroni's inequality, a sound simulator fails anywhere with probability `falseAlarm` at most. One seed gives
 * one answer on every machine.
 *
 * @returns undefined when it was interrupted
 */
export async function selftest(options: SelftestOptions): Promise<SelftestReport | undefined> {
  const { seed, customers, workers, signal, onRow } = options;
  const known = selftestCases.map(knownCase);
  const values = known.reduce((sum, { expect }) => sum + Object.values(expect).flat().length, 0);
  const confidence = 1 - falseAlarm / values;
  // A precision beyond reach, so that the budget ends every run and nobody peeks.
  const run = { seed, precision: 1e-9, maxCustomers: customers };
  const rows: SelftestRow[] = [];
  for (const [i, { id, about }] of selftestCases.entries()) {
    const judgement = await judgeSimulation(known[i], confidence, {
      workers,
      run,
      ...(signal && { signal }),
    });
    if (signal?.aborted) return undefined;
    if (judgement.outcome === 'unsupported') throw new Error(`self-test ${id}: ${judgement.reason}`);
    rows.push({ id, about, ...soundness(judgement) });
    onRow?.(rows[i], known.length);
  }
  const outcome = rows.every(row => row.outcome === 'passed') ? 'passed' : 'failed';
  return { schema: 1, outcome, seed, customers, falseAlarm, values, rows };
}

/** A wide interval is no failure here, since the run is as long as it is; a value that is missing is one. */
function soundness({ comparisons, untold }: Told): Pick<SelftestRow, 'outcome' | 'comparisons'> {
  const failed = untold.length > 0 || comparisons.some(({ outcome }) => outcome === 'failed');
  return { outcome: failed ? 'failed' : 'passed', comparisons };
}

function knownCase({ id, model, params, metrics }: SelftestCase): ReferenceCase {
  return { id, model, params, expect: expectedOf({ model, params }, metrics), tolerance: { rel: 0, abs: 0 } };
}
