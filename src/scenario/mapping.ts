import { z } from 'zod';
import { nearest } from './nearest.js';
import { shown } from './shown.js';
import { alternatives, type Complaint, identifierText, issueOf, named } from './written.js';

type Issues = z.core.ParsePayload['issues'];
type Issue = Issues[number];

/**
 * Says zod's own complaints in the words of this language. It runs even where something is wrong, because
 * that is when there is something to say.
 */
const inOurWords =
  <T>(say: (issue: Issue, value: T) => readonly Complaint[] | undefined) =>
  (value: T, payload: { issues: Issues; value: T }): void => {
    const { issues } = payload;
    // Checks that span several keys shall not take it for what it should have been.
    if (issues.some(issue => isOwn(issue) && issue.code === 'invalid_type')) payload.value = undefined as T;
    const said = issues.flatMap(
      (issue): Issue[] =>
        say(issue, value)?.map(complaint => ({ ...issueOf(complaint), input: issue.input })) ?? [issue],
    );
    issues.splice(0, issues.length, ...said);
  };

const always = { when: () => true };
const isOwn = (issue: Issue): boolean => (issue.path ?? []).length === 0;
const stands = (issue: Issue, expected: string): Complaint => ({
  message: `${named(issue.input)} stands here`,
  expected,
});

/** Keys and values: each key known, those that are not optional given. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape, about: string) {
  const known = Object.keys(shape);
  return z
    .strictObject(shape)
    .meta({ description: about })
    .superRefine(
      inOurWords((issue, value: object) => {
        if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(key, known));
        if (isOwn(issue)) return [stands(issue, `a mapping with ${alternatives(known, 'and')}`)];
        const [key] = issue.path as string[];
        return key in value ? undefined : [missingKey(key, shape[key] as z.ZodType)];
      }),
      always,
    );
}

const unknownKey = (key: string, known: readonly string[]): Complaint => {
  const suggestion = nearest(key, known);
  return {
    message: `"${shown(key)}" is not known here`,
    ...(suggestion === undefined ? { expected: alternatives(known) } : { suggestion }),
    path: [key],
    at: 'key',
  };
};

const missingKey = (key: string, schema: z.ZodType): Complaint => ({
  message: `"${key}" is missing`,
  expected: expectedOf(schema),
  path: [key],
  at: 'missing',
});

/** What the schema would say it expected. */
export function expectedOf(schema: z.ZodType): string | undefined {
  const issue = schema.safeParse(undefined).error?.issues[0];
  return issue?.code === 'custom' ? (issue.params?.expected as string | undefined) : undefined;
}

/** Things by names of the user's own. */
export function collection<T extends z.ZodType>(of: T, things: string, most: number, about: string) {
  return z
    .record(identifierText(`The name of one of the ${things}.`), of)
    .meta({ description: about, minProperties: 1, maxProperties: most })
    .superRefine(
      inOurWords(issue => {
        if (issue.code === 'invalid_type' && isOwn(issue)) return [stands(issue, `${things} by name`)];
        if (issue.code !== 'invalid_key') return undefined;
        return issue.issues.map(({ message, ...rest }) => ({
          message,
          expected: rest.code === 'custom' ? (rest.params?.expected as string) : undefined,
          path: issue.path as string[],
          at: 'key',
        }));
      }),
      always,
    )
    .superRefine((value, context) => {
      const { length } = Object.keys(value);
      const message = length === 0 ? `no ${things} stand here` : `${length} ${things} stand here`;
      if (length === 0 || length > most)
        context.addIssue(issueOf({ message, expected: `1 to ${most} ${things}` }));
    });
}

/** One thing after the other. */
export function list<T extends z.ZodType>(of: T, things: string, about: string) {
  return z
    .array(of)
    .meta({ description: about, minItems: 1 })
    .superRefine(
      inOurWords(issue =>
        issue.code === 'invalid_type' && isOwn(issue) ? [stands(issue, `a list of ${things}`)] : undefined,
      ),
      always,
    )
    .superRefine((value, context) => {
      if (value.length === 0)
        context.addIssue(issueOf({ message: 'this list is empty', expected: `at least one of ${things}` }));
    });
}
