/** The units that a name may end in, as `duration_ms` or `latency_seconds` do; seconds in each. */
const units = {
  s: { pattern: 's|secs?|seconds?', seconds: 1 },
  ms: { pattern: 'ms|msecs?|millis|milliseconds?', seconds: 1e-3 },
  us: { pattern: 'us|usecs?|micros|microseconds?', seconds: 1e-6 },
  ns: { pattern: 'ns|nsecs?|nanos|nanoseconds?', seconds: 1e-9 },
} as const;

export type UnitName = keyof typeof units;

const suffixes = (Object.keys(units) as UnitName[]).map(name => ({
  name,
  suffix: new RegExp(`[_. ](?:${units[name].pattern})$`, 'i'),
}));

/** The unit that a name ends in; undefined: it ends in none. */
export const unitInName = (name: string): UnitName | undefined =>
  suffixes.find(({ suffix }) => suffix.test(name.trim()))?.name;

/** The name without its unit. */
export const withoutUnit = (name: string): string =>
  suffixes.reduce((rest, { suffix }) => rest.replace(suffix, ''), name.trim());

export const secondsIn = (unit: UnitName): number => units[unit].seconds;

/** A unit as a person writes it; undefined: it is none of them. */
export const unitNamed = (text: string): UnitName | undefined =>
  Object.hasOwn(units, text) ? (text as UnitName) : unitInName(`_${text}`);

export const unitNames = Object.keys(units) as readonly UnitName[];
