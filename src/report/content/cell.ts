import type { Estimate } from '../../result/result.js';
import { type NumberedSource, sourceNumber } from './sources.js';

/** A number of a table. */
export interface Cell {
  readonly estimate: Estimate;
  /** What kind of number it is: exact, an approximation, or sampled (no mark). */
  readonly mark: '=' | '≈' | '';
  /** Refers to the list of sources. */
  readonly source?: number;
}

/** Undefined where the engine cannot say. */
export function cellOf(estimate: Estimate | undefined, sources: readonly NumberedSource[]): Cell | undefined {
  if (estimate === undefined) return undefined;
  const source = sourceNumber(sources, estimate);
  return { estimate, mark: marks[estimate.kind], ...(source !== undefined && { source }) };
}

const marks = { exact: '=', approximation: '≈', sampled: '' } as const;
