import type { EvaluatorOptions } from './evaluator.js';

export interface PlanOptions extends EvaluatorOptions {
  /** What to type to get the same numbers again. */
  readonly command: string;
}
