/** The bibliography as data: a citation that names no entry here does not compile. */
export const references = {} as const satisfies Record<string, string>;
