type Mapping = Readonly<Record<string, unknown>>;

/** Plain data as YAML: mappings of the outer two levels by indentation, the rest in line. */
export const yamlText = (data: Mapping): string => block(data, '');

const block = (mapping: Mapping, indent: string): string =>
  Object.entries(mapping)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      isMapping(value) && indent.length < 4 && Object.keys(value).length > 0
        ? `${indent}${word(key)}:\n${block(value, `${indent}  `)}`
        : `${indent}${word(key)}: ${inline(value)}\n`,
    )
    .join('');

/** A value on one line, as `--set` takes it too. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isMapping(value)) return typeof value === 'string' ? word(value) : String(value);
  const entries = Object.entries(value).map(([key, part]) => `${word(key)}: ${inline(part)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bare where YAML takes it for the same text: a word, or a number with a unit; else in the quotes of JSON. */
const word = (text: string): string =>
  /^(?:[a-z][\w-]*|\d[\d.]*(?:e[+-]?\d+)?(?:ns|us|ms|s|min|h|d|\/s|\/min|\/h))$/i.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
