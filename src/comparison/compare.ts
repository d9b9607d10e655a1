import { measures, parseQuantileName } from '../result/measure.js';
import type { EngineName, Estimate, Result } from '../result/result.js';
import { align, type Row } from './align.js';
import { liveMargin, simulationMargin } from './margins.js';
import { type Difference, type Verdict, verdictOf } from './verdict.js';

/** One measure across the engines. */
export interface Comparison {
  /** A measure's name, or a percentile's: 'meanWait', 'p99Sojourn'. */
  readonly measure: string;
  readonly columns: Readonly<Partial<Record<EngineName, Estimate>>>;
  /** Absent when fewer than two engines answered. */
  readonly verdict?: Verdict;
  /** Which two columns the verdict compares, first against second. */
  readonly between?: readonly [EngineName, EngineName];
  /** Relative difference of the two, with its interval, and the margin within which they count as equal. */
  readonly difference?: Difference & { readonly margin: number };
  /** Times only, seconds for each message: asked to twin (the workload), twin to measured (broker and client). */
  readonly gap?: { readonly workload: number; readonly broker: number };
}

/** The paired difference of the live run from its twin in a measure, where there is one. */
export type PairedDifference = (measure: string) => Difference | undefined;

/**
 * Lays the engines side by side. A live run is judged against its twin, customer by customer; without one the
 * simulation is judged against the theory.
 */
export function compare(results: readonly Result[], paired: PairedDifference): Comparison[] {
  return align(results).map(row => {
    const gap = gapOf(row);
    return { ...row, ...judge(row, results, paired), ...(gap && { gap }) };
  });
}

function judge(row: Row, results: readonly Result[], paired: PairedDifference): Partial<Comparison> {
  const live = results.find(result => result.engine === 'live');
  if (row.columns.live && row.columns.twin && live?.live) {
    // A run that failed its own checks, did not come to its end, or was disturbed, judges nothing.
    if (live.live.disturbed || live.live.partial || live.live.checks.some(check => !check.passed)) return {};
    const difference = paired(row.measure);
    if (difference === undefined) return {};
    const meanService = results.find(result => result.engine === 'twin')?.measures.meanService?.value;
    const margin = liveMargin(row.measure, live.live.service, meanService ?? Number.POSITIVE_INFINITY);
    return concluded(difference, margin, ['live', 'twin']);
  }
  const { simulation, theory } = row.columns;
  const precision = results.find(result => result.engine === 'simulation')?.scenario.run.precision;
  if (simulation?.kind !== 'sampled' || theory === undefined || precision === undefined) return {};
  if (theory.value === 0) return {};
  const relative = (value: number) => (value - theory.value) / Math.abs(theory.value);
  const difference = {
    value: relative(simulation.value),
    low: relative(simulation.low),
    high: relative(simulation.high),
  };
  return concluded(difference, simulationMargin(precision), ['simulation', 'theory']);
}

const concluded = (
  difference: Difference,
  margin: number,
  between: readonly [EngineName, EngineName],
): Partial<Comparison> => ({
  verdict: verdictOf(difference, margin),
  between,
  difference: { ...difference, margin },
});

function gapOf({ measure, columns }: Row): Comparison['gap'] {
  const isTime =
    parseQuantileName(measure) !== undefined ||
    measures[measure as keyof typeof measures]?.unit === 'duration';
  const asked = columns.theory ?? columns.simulation;
  if (!isTime || !asked || !columns.twin || !columns.live) return undefined;
  return { workload: columns.twin.value - asked.value, broker: columns.live.value - columns.twin.value };
}
