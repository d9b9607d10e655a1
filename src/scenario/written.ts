import { z } from 'zod';
import { nearest } from './nearest.js';
import { isPrintable, shown } from './shown.js';
import { synonym } from './synonym.js';

/** What is wrong with something written. */
export interface Complaint {
  readonly message: string;
  readonly expected?: string;
  readonly suggestion?: string;
  /** From the thing complained of to the part that is to blame. */
  readonly path?: readonly (string | number)[];
  /** Whether the last step of the path is to blame, or that it is not there, or (absent) what stands there. */
  readonly at?: 'key' | 'missing';
}

/** What became of something written: its value in SI units, or what is wrong with it. */
export type Reading<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Complaint);

export type JsonSchema = Parameters<z.ZodUnknown['meta']>[0];

/** The complaint in the form in which zod carries it; `mistakes.ts` is the way back. */
export function issueOf({ message, expected, suggestion, path = [], at }: Complaint) {
  return { code: 'custom' as const, message, path: [...path], params: { expected, suggestion, at } };
}

/** A schema for one written value: `json` describes it to editors, `read` understands it. */
export const written = <T>(json: JsonSchema, read: (value: unknown) => Reading<T>) =>
  z
    .unknown()
    .meta(json)
    .transform((value, context): T => {
      const reading = read(value);
      if (reading.ok) return reading.value;
      context.addIssue(issueOf(reading));
      // Not z.NEVER: checks that span several keys look at what the others were.
      return undefined as never;
    });

/** What stands where something else was expected: 'a list', '"abc"'. */
export function named(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return `"${shown(String(value))}"`;
}

/** One of a few words, each with a line about it for the schema. @param noun what each of them is: 'a broker' */
export function oneOf<Word extends string>(
  words: Readonly<Record<Word, string>>,
  noun: string,
  about: string,
) {
  const known = Object.keys(words) as Word[];
  const description = `${about} ${known.map(word => `${word}: ${words[word]}.`).join(' ')}`;
  return written({ type: 'string', enum: known, description }, (value): Reading<Word> => {
    const word = known.find(one => one === value);
    if (word !== undefined) return { ok: true, value: word };
    return { ok: false, ...unknownWord(value, noun, known) };
  });
}

/** The word by which it is known which of several mappings this one is. */
export const only = <Word extends string>(word: Word, about: string) =>
  written(
    { const: word, description: about },
    (value): Reading<Word> =>
      value === word ? { ok: true, value: word } : { ok: false, message: `${named(value)} stands here` },
  );

/** The complaint about a word that is none of those known. */
export const unknownWord = (value: unknown, noun: string, known: readonly string[]): Complaint => ({
  message: value === undefined || value === null ? 'nothing stands here' : `${named(value)} is not ${noun}`,
  expected: alternatives(known),
  suggestion: typeof value === 'string' ? (nearest(value, known) ?? synonym(value, known)) : undefined,
});

/** `a`, `a or b`, `a, b or c`. */
export const alternatives = (words: readonly string[], joint: 'or' | 'and' = 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;

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
