type Json = Readonly<Record<string, unknown>>;

/**
 * Where data do not fit a JSON Schema, in words; empty where they do. Only what the scenario schema uses, and
 * an unknown keyword is an error, so that nothing is passed over.
 */
export function misfits(data: unknown, schema: Json, root: Json, at = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const check = checks[keyword];
    if (check === undefined) throw new Error(`the keyword ${keyword} is not known to this check`);
    return check(data, value as never, { schema, root, at });
  });
}

interface Place {
  readonly schema: Json;
  readonly root: Json;
  readonly at: string;
}

const none = (): string[] => [];
const unless = (holds: boolean, at: string, what: string): string[] => (holds ? [] : [`${at}: ${what}`]);
const isObject = (data: unknown): data is Json =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const types: Readonly<Record<string, (data: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: data => typeof data === 'string',
  number: data => typeof data === 'number',
  integer: Number.isInteger,
};

const checks: Readonly<Record<string, (data: unknown, value: never, place: Place) => string[]>> = {
  $schema: none,
  title: none,
  description: none,
  definitions: none,
  $ref: (data, ref: string, { root, at }) => {
    const definition = (root.definitions as Json)[ref.replace('#/definitions/', '')];
    return misfits(data, definition as Json, root, at);
  },
  type: (data, type: string, { at }) => unless(types[type](data), at, `no ${type}`),
  enum: (data, words: unknown[], { at }) => unless(words.includes(data), at, 'none of the words'),
  const: (data, word: unknown, { at }) => unless(data === word, at, `not ${word}`),
  pattern: (data, pattern: string, { at }) =>
    unless(typeof data !== 'string' || new RegExp(pattern, 'u').test(data), at, `not like ${pattern}`),
  minLength: (data, least: number, { at }) =>
    unless(typeof data !== 'string' || data.length >= least, at, 'too short'),
  maxLength: (data, most: number, { at }) =>
    unless(typeof data !== 'string' || data.length <= most, at, 'too long'),
  minimum: (data, least: number, { at }) =>
    unless(typeof data !== 'number' || data >= least, at, 'too small'),
  maximum: (data, most: number, { at }) => unless(typeof data !== 'number' || data <= most, at, 'too large'),
  exclusiveMinimum: (data, bound: number, { at }) =>
    unless(typeof data !== 'number' || data > bound, at, 'too small'),
  exclusiveMaximum: (data, bound: number, { at }) =>
    unless(typeof data !== 'number' || data < bound, at, 'too large'),
  minItems: (data, least: number, { at }) =>
    unless(!Array.isArray(data) || data.length >= least, at, 'too few'),
  minProperties: (data, least: number, { at }) =>
    unless(!isObject(data) || Object.keys(data).length >= least, at, 'too few'),
  maxProperties: (data, most: number, { at }) =>
    unless(!isObject(data) || Object.keys(data).length <= most, at, 'too many'),
  required: (data, keys: string[], { at }) =>
    unless(!isObject(data) || keys.every(key => key in data), at, `lacks one of ${keys}`),
  anyOf: (data, options: Json[], { root, at }) =>
    unless(
      options.some(option => misfits(data, option, root, at).length === 0),
      at,
      'fits none of the ways to write it',
    ),
  allOf: (data, parts: Json[], { root, at }) => parts.flatMap(part => misfits(data, part, root, at)),
  items: (data, schema: Json, { root, at }) =>
    Array.isArray(data) ? data.flatMap((item, i) => misfits(item, schema, root, `${at}.${i}`)) : [],
  propertyNames: (data, schema: Json, { root, at }) =>
    isObject(data) ? Object.keys(data).flatMap(key => misfits(key, schema, root, `${at}.${key}`)) : [],
  properties: (data, schemas: Readonly<Record<string, Json>>, { root, at }) =>
    isObject(data)
      ? Object.entries(schemas).flatMap(([key, schema]) =>
          key in data ? misfits(data[key], schema, root, `${at}.${key}`) : [],
        )
      : [],
  additionalProperties: (data, allowed: Json | false, { schema, root, at }) =>
    isObject(data)
      ? Object.keys(data)
          .filter(key => !Object.hasOwn((schema.properties as Json | undefined) ?? {}, key))
          .flatMap(key =>
            allowed === false ? [`${at}: no key ${key}`] : misfits(data[key], allowed, root, `${at}.${key}`),
          )
      : [],
};
