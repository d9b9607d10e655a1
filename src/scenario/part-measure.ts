/** A measure of the whole system, or of one class or station. */
export interface PartMeasure {
  readonly measure: string;
  /** Absent: of the whole. */
  readonly part?: { readonly kind: 'class' | 'station'; readonly name: string };
}

const words = { of: 'class', at: 'station' } as const;

/** Reads 'p99Sojourn', 'p99Sojourn of orders' (a class) and 'meanWait at database' (a station). */
export function partMeasure(text: string): PartMeasure {
  const match = /^(.*?\S)\s+(of|at)\s+(\S.*)$/s.exec(text);
  if (!match) return { measure: text };
  const [, measure, word, name] = match;
  return { measure, part: { kind: words[word as keyof typeof words], name } };
}

/** The measures of the whole system among these. */
export const ofTheWhole = (names: readonly string[]): readonly string[] =>
  names.filter(name => partMeasure(name).part === undefined);
