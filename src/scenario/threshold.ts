import { ScenarioError } from './error.js';
import { measureNames, percentileName } from './measure-names.js';
import { nearest } from './nearest.js';
import { partMeasure } from './part-measure.js';
import { quantity } from './quantity.js';
import type { Threshold } from './type.js';
import { alternatives, type Complaint, named, type Reading, written } from './written.js';

const comparisons = ['<', '<=', '>', '>='] as const;
const examples = 'such as "p99 wait < 200ms", "loss < 0.1%" or "mean sojourn <= 1s"';

const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries(measureNames).flatMap(([name, measure]) =>
    [name, ...measure.phrases].map(phrase => [phrase.toLowerCase(), name]),
  ),
);

/** A measure, a comparison and a limit: `p99 wait < 200ms`. */
export const threshold = written(
  {
    type: 'string',
    pattern: '[<>]',
    description: `A limit that the answer is held to, ${examples}.`,
  },
  read,
);

function read(value: unknown): Reading<Threshold> {
  const match = typeof value === 'string' ? /^([^<>=!]+)([<>=!]+)([^<>=!]+)$/.exec(value) : null;
  if (!match || typeof value !== 'string')
    return { ok: false, message: `${named(value)} is not a threshold`, expected: `one ${examples}` };
  const [left, sign, right] = match.slice(1).map(part => part.trim());
  const comparison = comparisons.find(known => known === sign);
  if (comparison === undefined)
    return { ok: false, message: `"${sign}" is not a comparison`, expected: alternatives(comparisons) };
  const measure = percentileAsSaid(left) ?? phrases.get(left.toLowerCase().replace(/\s+/g, ' '));
  if (measure === undefined) return { ok: false, ...unknownMeasure(left) };
  const limit = limitOf(measure, right);
  return limit.ok
    ? { ok: true, value: { text: value.trim(), measure, comparison, limit: limit.value } }
    : limit;
}

/** `p99 wait`, or as load generators have it: `wait p(99)`. */
function percentileAsSaid(text: string): string | undefined {
  const plain = text.replace(/p\((.*?)\)/i, 'p$1').replace(/^(wait|sojourn)\s+(p[\d.]+)$/i, '$2 $1');
  return percentileName(plain);
}

function limitOf(measure: string, text: string): Reading<number> {
  const kind = measureNames[measure]?.kind ?? 'duration';
  const schema = quantity({ kind, min: 0, ...(kind === 'fraction' && { max: 1 }), about: 'The limit.' });
  const result = schema.safeParse(kind === 'number' && text !== '' ? (asNumber(text) ?? text) : text);
  if (result.success) return { ok: true, value: result.data };
  const [{ message, ...issue }] = result.error.issues;
  return { ok: false, message, expected: issue.code === 'custom' ? issue.params?.expected : undefined };
}

const asNumber = (text: string): number | undefined =>
  Number.isFinite(Number(text)) ? Number(text) : undefined;

/** A complaint about what is no measure. */
function unknownMeasure(text: string): Complaint {
  const known = [...phrases.keys()];
  const suggestion = nearest(text, [...known, 'p50 wait', 'p99 wait', 'p50 sojourn', 'p99 sojourn']);
  return {
    message: `${named(text)} is not a measure`,
    expected: `p99 wait, p99 sojourn (or another percentile), ${alternatives(
      Object.entries(measureNames).map(([name, measure]) => measure.phrases[0] ?? name),
    )}`,
    suggestion,
  };
}

/** A measure by its own name, as results have it, of the whole or of a part: `meanWait`, `p99Sojourn of orders`. */
export const measureName = written(
  {
    anyOf: [
      { type: 'string', enum: Object.keys(measureNames) },
      { type: 'string', pattern: '^p\\d+(\\.\\d+)?(Wait|Sojourn)$' },
      { type: 'string', pattern: '^[^ ]+ (of|at) .+$' },
    ],
    description:
      'The name of a measure: meanWait, p99Sojourn; of a class: p99Sojourn of orders; at a station: meanWait at database.',
  },
  (value): Reading<string> => {
    const { measure: text, part } = partMeasure(typeof value === 'string' ? value : '');
    const name = percentileName(text) ?? phrases.get(text.toLowerCase());
    if (name === undefined) return { ok: false, ...unknownMeasure(text) };
    return {
      ok: true,
      value: part === undefined ? name : `${name} ${part.kind === 'class' ? 'of' : 'at'} ${part.name}`,
    };
  },
);

/**
 * A threshold from the command line.
 * @param place what to call it in a message: `--wait 'p99<5s'`
 * @throws ScenarioError when it is none
 */
export function parseThreshold(text: string, place: string): Threshold {
  const reading = read(text);
  if (reading.ok) return reading.value;
  const { message, expected, suggestion } = reading;
  throw new ScenarioError(place, [{ message, expected, suggestion }]);
}
