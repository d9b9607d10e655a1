/**
 * The edge between what people write ("1200/min", "20ms", "5%") and the SI numbers used inside
 * (seconds, events per second, fractions). Nothing else in the project parses or prints a unit.
 */

const secondsPer: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  min: 60,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

const number = String.raw`[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const unit = '[a-zA-Zµ]+';

export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

const good = (value: number): Parsed => ({ ok: true, value });
const bad = (problem: string): Parsed => ({ ok: false, problem });
const numeric = (text: string): number => Number(text.replaceAll('_', ''));

export const durationUnits = 'ns, us, ms, s, min, h, d or w';

/** A duration in seconds: `20ms`, `1.5s`, `5min`, and `0` (the one duration that needs no unit). */
export function parseDuration(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*(${unit})?$`).exec(text.trim());
  if (!match) return bad(`"${text}" is not a duration`);
  const value = numeric(match[1]);
  if (match[2] === undefined) {
    return value === 0 ? good(0) : bad(`"${text}" has no unit`);
  }
  const scale = secondsPer[match[2]];
  if (scale === undefined) return bad(`"${match[2]}" is not a unit of time`);
  return good(value * scale);
}

/** A rate in events per second: `120/s`, `300/min`, `30/h`, `300/30min`. */
export function parseRate(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*/\\s*(${number})?\\s*(${unit})$`).exec(text.trim());
  if (!match) {
    return new RegExp(`^${number}$`).test(text.trim())
      ? bad(`"${text}" has no unit`)
      : bad(`"${text}" is not a rate`);
  }
  const scale = secondsPer[match[3]];
  if (scale === undefined) return bad(`"${match[3]}" is not a unit of time`);
  const periods = match[2] === undefined ? 1 : numeric(match[2]);
  if (!(periods > 0)) return bad(`"${text}" counts per a period of ${periods}`);
  return good(numeric(match[1]) / (periods * scale));
}

/** A fraction: `5%` or `0.05`. */
export function parseFraction(text: string): Parsed {
  const match = new RegExp(`^(${number})\\s*(%)?$`).exec(text.trim());
  if (!match) return bad(`"${text}" is not a fraction or a percentage`);
  return good(match[2] ? numeric(match[1]) / 100 : numeric(match[1]));
}

const digits = (value: number, significant: number): string => String(Number(value.toPrecision(significant)));

/** Seconds as a person would say them: `14.2 ms`, `1.5 s`, `3.2 h`. */
export function formatDuration(seconds: number, significant = 3): string {
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  const [scale, name] =
    size < 1e-6
      ? [1e-9, 'ns']
      : size < 1e-3
        ? [1e-6, 'µs']
        : size < 1
          ? [1e-3, 'ms']
          : size < 120
            ? [1, 's']
            : size < 7200
              ? [60, 'min']
              : size < 172_800
                ? [3600, 'h']
                : [86_400, 'd'];
  return `${digits(seconds / (scale as number), significant)} ${name}`;
}

/** Events per second in the unit that keeps the number readable: `120/s`, `3/min`, `5/h`. */
export function formatRate(perSecond: number, significant = 3): string {
  const size = Math.abs(perSecond);
  if (size >= 1 || size === 0) return `${digits(perSecond, significant)}/s`;
  if (size * 60 >= 1) return `${digits(perSecond * 60, significant)}/min`;
  return `${digits(perSecond * 3600, significant)}/h`;
}

export const formatNumber = (value: number, significant = 3): string => digits(value, significant);

export const formatPercent = (fraction: number, significant = 3): string =>
  `${digits(fraction * 100, significant)} %`;
