/** A command line to type again, its words quoted where a shell would not leave them alone. */
export const commandLine = (words: readonly string[]): string => words.map(quoted).join(' ');

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

type Value = string | readonly string[] | undefined;

/** Flags with their values, those that were not given left out. */
export const flags = (given: Readonly<Record<string, Value>>): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).flatMap(one => [`--${name}`, one]),
  );
