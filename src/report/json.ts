import type { Study } from '../study/study.js';
import { StudyFormatError, studyOf } from './study-shape.js';

export { StudyFormatError } from './study-shape.js';

/** In this order at the top of the document, what says what it is first. */
const order: readonly (keyof Study)[] = [
  'schema',
  'verdict',
  'thresholds',
  'comparisons',
  'unanswered',
  'scenario',
  'results',
  'surroundings',
  'files',
  'provenance',
];

/**
 * The study as JSON, the same bytes for the same study. Below the top the keys keep the order in which they
 * were made: the order of a scenario's classes and stations is part of the scenario.
 */
export function encodeStudy(study: Study): string {
  const ordered = Object.fromEntries(order.map(key => [key, study[key]]));
  return encoded(ordered);
}

/** A plan as JSON, in the order in which it was made. */
export const encodePlan = (plan: object): string => encoded(plan);

const encoded = (document: object): string =>
  `${JSON.stringify(document, finite, 2).replace(numbers, onOneLine)}\n`;

/** A list of numbers over several lines; no text can look like it, for JSON writes a line break as \\n. */
const numbers = /\[\n\s*(-?\d[-+.\deE,\s]*)\]/g;

/** The points of a curve are for programs to read: one line instead of hundreds. */
const onOneLine = (_: string, list: string): string => `[${list.trim().replace(/,\s+/g, ', ')}]`;

/** JSON would turn NaN and Infinity into null; a number that cannot be said must not be there at all. */
function finite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`the document holds ${value} as "${key}"; what cannot be said has to be left out`);
  }
  return value;
}

/** The inverse of `encodeStudy`. Throws a `StudyFormatError` for anything that is no study of this version. */
export function decodeStudy(text: string): Study {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new StudyFormatError(`not JSON: ${(error as SyntaxError).message}`);
  }
  return studyOf(document);
}
