import { z } from 'zod';
import { type Complaint, issueOf, type JsonSchema } from './written.js';

/** What editors are told of a schema: JSON Schema of what may be written. */
export function asJson(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return json;
}

/**
 * One of several ways to write a thing. What is written decides which of them is meant, so that mistakes are
 * reported of that one only (a union of zod's would report those of all).
 */
export function choice<T>(
  options: readonly z.ZodType<T>[],
  meant: (value: unknown) => z.ZodType<T> | Complaint,
  about: string,
) {
  const json = {
    // Worked out when editors are told, not whenever a scenario is read.
    get anyOf() {
      return options.map(asJson);
    },
    description: about,
  };
  return delegate(json, meant);
}

/** A part that can contain itself: a definition in the JSON Schema, found here when it is needed. */
export const reference = <T>(definition: string, of: () => z.ZodType<T>, about: string) =>
  delegate({ allOf: [{ $ref: `#/definitions/${definition}` }], description: about }, of);

const delegate = <T>(json: JsonSchema, meant: (value: unknown) => z.ZodType<T> | Complaint) =>
  z
    .unknown()
    .meta(json)
    .transform((value, context): T => {
      const schema = meant(value);
      if (!(schema instanceof z.ZodType)) {
        context.addIssue(issueOf(schema));
        return undefined as never;
      }
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      for (const issue of result.error.issues) context.addIssue({ ...issue });
      return undefined as never;
    });

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
