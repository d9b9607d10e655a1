export { commandLine } from '../scenario/text/command-line.js';

type Value = string | readonly string[] | undefined;

/** Flags with their values, those that were not given left out. */
export const flags = (given: Readonly<Record<string, Value>>): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).flatMap(one => [`--${name}`, one]),
  );
