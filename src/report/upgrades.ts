type Fields = Readonly<Record<string, unknown>>;

/** The schema that this version writes. */
export const currentSchema = 1;

/**
 * From each older schema to the one after it, by the number of the older. A change of the schema that old
 * readers would stumble over adds a line here; files that were written once are read for ever.
 */
const upgrades: Readonly<Record<number, (document: Fields) => Fields>> = {};

/** The document in the schema of this version; undefined where no way leads there. */
export function upgraded(
  document: Fields,
  steps: typeof upgrades = upgrades,
  wanted = currentSchema,
): Fields | undefined {
  let now = document;
  for (let schema = document.schema; schema !== wanted; schema = now.schema) {
    const step = typeof schema === 'number' && Object.hasOwn(steps, schema) ? steps[schema] : undefined;
    if (step === undefined) return undefined;
    now = { ...step(now), schema: (schema as number) + 1 };
  }
  return now;
}
