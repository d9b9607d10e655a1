import { type Requests, requestsIn } from '../traces/requests.js';
import { ParameterError } from './contract.js';

/**
 * The requests of a class in a trace, or of all.
 * @throws ParameterError when the file is no trace, or none of its rows is of that class
 */
export function requestsOf(file: string, className?: string): Requests {
  let found: ReturnType<typeof requestsIn>;
  try {
    found = requestsIn(file, className);
  } catch (error) {
    throw new ParameterError(
      'file',
      file,
      'rows of CSV below a header, or of NDJSON: a time each, in order, and, if known, a service and a class',
      (error as Error).message,
    );
  }
  if ('times' in found) return found;
  const classes = found.slice(0, 10).join(', ');
  throw new ParameterError(
    'class',
    className,
    classes === '' ? 'a column "class" in the file' : `one of those in the file: ${classes}`,
  );
}

/** What a trace takes wherever it is named. */
export const traceParameters = {
  file: {
    kind: 'file',
    about: 'The CSV or NDJSON file of the trace, from the folder of the scenario file.',
  },
  class: { kind: 'text', about: 'Only rows of this class. Absent: all rows.' },
} as const;
