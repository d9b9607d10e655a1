import { z } from 'zod';
import { nearest } from './nearest.js';
import { isPrintable, shown } from './shown.js';

/** What became of something written: its value in SI units, or what is wrong with it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly message: string;
      readonly expected?: string;
      readonly suggestion?: string;
    };

type JsonSchema = Parameters<z.ZodUnknown['meta']>[0];

/** A schema for one written value: `json` describes it to editors, `read` understands it. */
export const written = <T>(json: JsonSchema, read: (value: unknown) => Reading<T>) =>
  z
    .unknown()
    .meta(json)
    .transform((value, context): T => {
      const reading = read(value);
      if (reading.ok) return reading.value;
      const { message, expected, suggestion } = reading;
      context.addIssue({ code: 'custom', message, params: { expected, suggestion } });
      return z.NEVER;
    });

/** What stands where something else was expected: 'a list', '"abc"'. */
export function named(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return `"${shown(String(value))}"`;
}

/** One of a few words, each with a line about it for the schema. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, string>>, about: string) {
  const known = Object.keys(words) as Word[];
  const description = `${about} ${known.map(word => `${word}: ${words[word]}.`).join(' ')}`;
  return written({ type: 'string', enum: known, description }, (value): Reading<Word> => {
    const word = known.find(one => one === value);
    if (word !== undefined) return { ok: true, value: word };
    return {
      ok: false,
      message: `${named(value)} is not known here`,
      expected: alternatives(known),
      suggestion: typeof value === 'string' ? nearest(value, known) : undefined,
    };
  });
}

/** `a`, `a or b`, `a, b or c`. */
export const alternatives = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

const longestName = 200;

/** Words for people: a name, a description. */
export const text = (about: string, longest = longestName) =>
  written(
    { type: 'string', minLength: 1, maxLength: longest, description: about },
    (value): Reading<string> => {
      const expected = `text of 1 to ${longest} printable characters`;
      if (typeof value === 'number') return { ok: true, value: String(value) };
      if (typeof value !== 'string') return { ok: false, message: `${named(value)} stands here`, expected };
      if (value.trim() === '') return { ok: false, message: 'this text is empty', expected };
      const { length } = [...value.slice(0, 2 * longest + 2)];
      if (length > longest) return { ok: false, message: 'this text is too long', expected };
      if (!isPrintable(value))
        return { ok: false, message: `${named(value)} has unprintable characters`, expected };
      return { ok: true, value: value.trim() };
    },
  );

const identifier = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$/u;

/** The name of a class or a station: also a key in results and a part of a `--set` path. */
export const identifierText = (about: string) =>
  written(
    { type: 'string', pattern: identifier.source, maxLength: longestName, description: about },
    (value): Reading<string> =>
      typeof value === 'string' && value.length <= longestName && identifier.test(value)
        ? { ok: true, value }
        : {
            ok: false,
            message: `${named(value)} cannot be a name`,
            expected: `letters, digits, spaces, "-" and "_", at most ${longestName}, a letter or digit first`,
          },
  );
