import type { z } from 'zod';
import type { Mistake } from './error.js';
import type { Setting } from './setting.js';
import type { Path, Source } from './source.js';
import type { Complaint } from './written.js';

/** What zod complains of, each with the line or the setting to blame. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  source: Source,
  settings: readonly Setting[],
): Mistake[] {
  const complaints = issues.map(complaintOf);
  return complaints
    .filter(complaint => !isMistyped(complaint, complaints) && !isBelowWrongKey(complaint, complaints))
    .map(({ message, expected, suggestion, path, at }) => ({
      ...placeOf(path, at, source, settings),
      message,
      expected,
      suggestion,
    }));
}

type Placed = Complaint & { readonly path: Path };

/** The inverse of `issueOf`. */
function complaintOf({ message, path, ...issue }: z.core.$ZodIssue): Placed {
  const { at, expected, suggestion } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  return { message, path: path as Path, at, expected, suggestion };
}

/** A key that is missing because it is mistyped: that is said where it stands. */
const isMistyped = ({ path, at }: Placed, complaints: readonly Placed[]): boolean =>
  at === 'missing' &&
  complaints.some(
    other =>
      other.at === 'key' &&
      other.suggestion === path.at(-1) &&
      other.path.length === path.length &&
      startsWith(other.path, path.slice(0, -1)),
  );

/** What stands below a key that has no business there is not looked at. */
const isBelowWrongKey = ({ path }: Placed, complaints: readonly Placed[]): boolean =>
  complaints.some(
    other => other.at === 'key' && other.path.length < path.length && startsWith(path, other.path),
  );

/** The line to blame, or the setting: the last that wrote there, or that made what the file has not. */
function placeOf(
  path: Path,
  at: Complaint['at'],
  source: Source,
  settings: readonly Setting[],
): Pick<Mistake, 'line' | 'column' | 'setting'> {
  const { line, column, complete } = source.find(path, at === 'key' ? 'key' : 'value');
  const parent = at === 'missing' ? path.slice(0, -1) : path;
  const made = !complete && parent.length > 0 && !source.find(parent, 'value').complete;
  const setting = settings.findLast(
    set => startsWith(path, set.path) || (made && startsWith(set.path, parent)),
  );
  return setting ? { setting: setting.text } : { line, column };
}

const startsWith = (long: Path, short: Path): boolean =>
  short.every((step, i) => String(long[i]) === String(step));
