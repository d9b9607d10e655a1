/**
 * The edge between what people write ("1200/min", "20ms", "5%") and the SI numbers used inside
 * (seconds, events per second, fractions). Nothing else in the project parses or prints a unit.
 */

/** The names that messages and reports use, the smallest first. */
const preferred = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 } as const;

const aliases: Readonly<Record<string, keyof typeof preferred>> = {
  // The micro sign and the Greek letter look alike and are two characters.
  '\u00b5s': 'us',
  '\u03bcs': 'us',
  msec: 'ms',
  sec: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  minute: 'min',
  minutes: 'min',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
  week: 'w',
  weeks: 'w',
};

const number = String.raw`[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const unit = '[a-zA-Zµμ]+';

/** What a written quantity looks like, for the schema: whether the unit exists is not said here. */
export const patterns = {
  duration: `^${number}\\s*${unit}$|^0$`,
  rate: `^${number}\\s*/\\s*(?:${number})?\\s*${unit}$`,
  fraction: `^${number}\\s*%?$`,
  bytes: `^${number}\\s*(?:${unit})?$`,
} as const;

export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

const bad = (problem: string): Parsed => ({ ok: false, problem });
const numeric = (text: string): number => Number(text.replaceAll('_', ''));

/** Beyond these the squares and cubes of times and rates are no numbers any more. */
const [smallest, largest] = [1e-100, 1e100];

/** The number that the text stands for, unless it is of a size with which nothing can be calculated. */
export function sized(text: string, value: number): Parsed {
  const size = Math.abs(value);
  if (!(size <= largest)) return bad(`"${text}" is too large a number`);
  return size > 0 && size < smallest ? bad(`"${text}" is too small a number`) : { ok: true, value };
}

function secondsPer(name: string): number | undefined {
  const known = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return Object.hasOwn(preferred, known) ? preferred[known as keyof typeof preferred] : undefined;
}

const notAUnit = (name: string): Parsed => bad(`"${name}" is not a unit of time`);

export const durationUnits = 'ns, us, ms, s, min, h, d or w';

/** A duration in seconds: `20ms`, `1.5s`, `5min`, and `0` (the one duration that needs no unit). */
export function parseDuration(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*(${unit})?$`).exec(text.trim());
  if (!match) return bad(`"${text}" is not a duration`);
  const value = numeric(match[1]);
  if (match[2] === undefined) return value === 0 ? sized(text, 0) : bad(`"${text}" has no unit`);
  const scale = secondsPer(match[2]);
  if (scale === undefined) return notAUnit(match[2]);
  // Divided by a whole number, 9 ms are the double nearest to 0.009; times 0.001 they are not.
  return sized(text, scale < 1 ? value / Math.round(1 / scale) : value * scale);
}

/** A rate in events per second: `120/s`, `300/min`, `30/h`, `300/30min`. */
export function parseRate(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*/\\s*(${number})?\\s*(${unit})$`).exec(text.trim());
  if (!match) {
    const bare = new RegExp(`^${number}$`).test(text.trim());
    return bad(bare ? `"${text}" has no unit` : `"${text}" is not a rate`);
  }
  const scale = secondsPer(match[3]);
  if (scale === undefined) return notAUnit(match[3]);
  const periods = match[2] === undefined ? 1 : numeric(match[2]);
  if (!(periods > 0)) return bad(`"${text}" counts per a period of ${periods}`);
  return sized(text, numeric(match[1]) / (periods * scale));
}

/** A fraction: `5%` or `0.05`. */
export function parseFraction(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*(%)?$`).exec(text.trim());
  if (!match) return bad(`"${text}" is not a fraction or a percentage`);
  return sized(text, match[2] ? numeric(match[1]) / 100 : numeric(match[1]));
}

const bytesPer: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
};

export const byteUnits = 'B, kB, MB, GB, KiB, MiB or GiB';

/** A whole number of bytes: `512`, `2kB`, `1MiB`. */
export function parseBytes(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*(${unit})?$`).exec(text.trim());
  if (!match) return bad(`"${text}" is not a size`);
  const [, size, name = 'B'] = match;
  if (!Object.hasOwn(bytesPer, name)) return bad(`"${name}" is not a unit of size`);
  const value = Number((numeric(size) * bytesPer[name]).toPrecision(15));
  return Number.isSafeInteger(value) ? { ok: true, value } : bad(`"${text}" is not a whole number of bytes`);
}

const digits = (value: number, significant: number): string => String(Number(value.toPrecision(significant)));

/** Up to which size (seconds) each unit is the readable one. */
const readable = [
  [1e-6, 'ns', preferred.ns],
  [1e-3, 'µs', preferred.us],
  [1, 'ms', preferred.ms],
  [120, 's', preferred.s],
  [7200, 'min', preferred.min],
  [172_800, 'h', preferred.h],
  [Number.POSITIVE_INFINITY, 'd', preferred.d],
] as const;

/** A unit that suits a size: what to divide by, and what to print behind the number. */
export interface Scale {
  readonly divisor: number;
  readonly suffix: string;
}

// Rounded first, so that 0.9999 s is 1 s rather than 1000 ms.
const rounded = (value: number, significant: number): number =>
  Math.abs(Number(value.toPrecision(significant)));

/** The unit in which a duration of this many seconds reads best, for an axis or for numbers side by side. */
export function durationScale(seconds: number, significant = 3): Scale {
  const size = rounded(seconds, significant);
  if (size === 0) return { divisor: 1, suffix: ' s' };
  const [, name, divisor] = readable.find(([limit]) => size < limit) ?? readable[readable.length - 1];
  return { divisor, suffix: ` ${name}` };
}

/** The same for a rate of so many events per second. */
export function rateScale(perSecond: number, significant = 3): Scale {
  const size = rounded(perSecond, significant);
  if (size >= 1 || size === 0) return { divisor: 1, suffix: '/s' };
  if (size * 60 >= 1) return { divisor: 1 / 60, suffix: '/min' };
  return { divisor: 1 / 3600, suffix: '/h' };
}

/** Seconds as a person would say them: `14.2 ms`, `1.5 s`, `3.2 h`. */
export function formatDuration(seconds: number, significant = 3): string {
  const { divisor, suffix } = durationScale(seconds, significant);
  return digits(seconds / divisor, significant) + suffix;
}

/** Events per second in the unit that keeps the number readable: `120/s`, `3/min`, `5/h`. */
export function formatRate(perSecond: number, significant = 3): string {
  const { divisor, suffix } = rateScale(perSecond, significant);
  return digits(perSecond / divisor, significant) + suffix;
}

/** Bytes as a person would say them: `512 B`, `1.5 kB`, `3.2 MB`. */
export function formatBytes(bytes: number, significant = 3): string {
  const size = rounded(bytes, significant);
  const [name, divisor] = (['GB', 'MB', 'kB'] as const)
    .map(unit => [unit, bytesPer[unit]] as const)
    .find(([, least]) => size >= least) ?? ['B', 1];
  return `${digits(bytes / divisor, significant)} ${name}`;
}

export const formatNumber = (value: number, significant = 3): string => digits(value, significant);

/** A fraction as a percentage. What falls short of all is not rounded to 100 %: a server that is busy 99.99 % of the time has some left. */
export function formatPercent(fraction: number, significant = 3): string {
  const shown = digits(fraction * 100, significant);
  const isRounded = shown === '100' && fraction < 1 && significant < 12;
  return isRounded ? formatPercent(fraction, significant + 1) : `${shown} %`;
}

/** A number with its whole part in groups of three digits: `1 234 567`, or `1 200 000` to two digits. */
export function formatCount(value: number, significant?: number): string {
  const shown = significant === undefined ? value : Number(value.toPrecision(significant));
  return String(shown).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ' ');
}
