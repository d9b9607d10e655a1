import { traceOf } from './store.js';
import type { Trace } from './trace.js';

/** The rows of one class, or all, beside the clock of the whole trace. */
export interface Requests {
  /** Seconds after the first row of the whole trace. */
  readonly times: Float64Array;
  readonly services?: Float64Array;
  /** Seconds between two rows of the whole trace, on average. */
  readonly meanGap: number;
  /** Seconds from the first row of the whole trace to its last. */
  readonly span: number;
}

const chosen = new WeakMap<Trace, Map<string | undefined, Requests>>();

/**
 * The requests of a class in a file, or of all; worked out once.
 * @throws Error as `traceOf` does
 * @returns the classes that there are, where none is called so
 */
export function requestsIn(file: string, className?: string): Requests | readonly string[] {
  const trace = traceOf(file);
  const known = chosen.get(trace) ?? new Map<string | undefined, Requests>();
  chosen.set(trace, known);
  const before = known.get(className);
  if (before !== undefined) return before;
  const { times, services, classes = [] } = trace;
  const belongs = (_: number, row: number): boolean => className === undefined || classes[row] === className;
  const own = times.filter(belongs);
  if (own.length === 0) return [...new Set(classes)];
  const span = times[times.length - 1];
  const requests: Requests = {
    times: own,
    ...(services && { services: services.filter(belongs) }),
    meanGap: span / (times.length - 1),
    span,
  };
  known.set(className, requests);
  return requests;
}
