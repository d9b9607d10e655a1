import type { RunSpec } from '../../scenario/type.js';
import type { SimulatedComparison } from './judged.js';

/** How long a case is simulated: to 2 % or a hundred million customers. */
export const usual: RunSpec = {
  seed: 1,
  confidence: 0.95,
  precision: 0.02,
  stopOn: ['meanSojourn', 'meanWait', 'meanNumberInSystem', 'probabilityOfWait'],
  warmUp: 'auto',
  maxCustomers: 1e8,
};
export interface JudgeOptions {
  /** Threads; their number changes no value of a run that is not interrupted. */
  readonly workers?: number;
  /** Ends the run, which is judged by what it has. */
  readonly signal?: AbortSignal;
  /** In place of what is usual. */
  readonly run?: Partial<RunSpec>;
}

/** What one simulation, or several, said of a case. */
export interface Found {
  readonly comparisons: SimulatedComparison[];
  /** Metrics of which there was an estimate. */
  readonly told: string[];
  /** Whether it may decide. */
  trusted: boolean;
}
