import { ParameterError } from '../../../distributions/contract.js';
import { constantRate, type RateProfile, steps, wave } from '../formulas/rate-profile.js';
import { shown } from './case.js';

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;

/**
 * The arrival rate that a case describes, most often in words: a number, '0.7 + 0.5 sin(2 pi t/10)',
 * '5*(1+0.4*cos(2*pi*t/24))', '12 on [2,6), else 5', '5 for t < 10, 12 for 10 <= t < 20, else 3', or a list of
 * [from, rate].
 * @throws ParameterError at anything else.
 */
export function rateProfile(described: unknown): RateProfile {
  if (typeof described === 'number') return constantRate(described);
  if (Array.isArray(described)) return steps(described.map(([from, rate]) => [Number(from), Number(rate)]));
  if (typeof described !== 'string') throw unreadable(described);
  const text = described
    .toLowerCase()
    .replace(/π|\\pi/g, 'pi')
    .replace(/^.*?λ?\(t\)\s*=|^lambda\s*=/, '')
    .replace(/−/g, '-');
  const profile = constant(text) ?? asWave(text) ?? asPieces(text);
  if (profile === undefined) throw unreadable(described);
  return profile;
}

const unreadable = (described: unknown) =>
  new ParameterError(
    'lambdaOfT',
    shown(described),
    "a rate such as '8+4 sin(2 pi t/24)' or '12 on [2,6), else 5'",
  );

const constant = (text: string): RateProfile | undefined =>
  new RegExp(`^\\s*${number}\\s*$`).test(text) ? constantRate(Number(text)) : undefined;

/** base ± swing sin(...) or base (1 ± swing sin(...)). */
function asWave(text: string): RateProfile | undefined {
  const plain = text.replace(/\s+/g, '').replace(/\*/g, '');
  const curve = String.raw`([-+])(${number})?(sin|cos)\((.*)\)`;
  const [, base, sign, swing = '1', shape, angle] = new RegExp(`^(${number})${curve}$`).exec(plain) ?? [];
  const [, factor, sign2, share = '1', shape2, angle2] =
    new RegExp(`^(${number})[([]1${curve}[)\\]]$`).exec(plain) ?? [];
  const period = periodOf(angle ?? angle2);
  if (period === undefined) return undefined;
  const phase = (shape ?? shape2) === 'cos' ? Math.PI / 2 : 0;
  return base !== undefined
    ? wave(Number(base), Number(`${sign}${swing}`), period, phase)
    : wave(Number(factor), Number(factor) * Number(`${sign2}${share}`), period, phase);
}

/** Of 2pit/T, 2pi/Tt, 2pift, pit/H or wt. */
function periodOf(angle: string | undefined): number | undefined {
  const match = new RegExp(`^(${number})?(pi)?(?:\\/(${number}))?t(?:\\/(${number}))?$`).exec(
    (angle ?? '').replace(
      new RegExp(`^(2pi)(${number})t$`),
      (_, two, often) => `${two}t/${1 / Number(often)}`,
    ),
  );
  if (!match || angle === undefined) return undefined;
  const [, factor = '1', pi, over = '1', below = '1'] = match;
  const speed = (Number(factor) * (pi ? Math.PI : 1)) / (Number(over) * Number(below));
  return (2 * Math.PI) / speed;
}

/** Constant pieces: '12 on [2,6), else 5', '5 for t<10, 12 for 10<=t<20, else 3', '3 until 10, then 7'. */
function asPieces(text: string): RateProfile | undefined {
  const clauses = text
    .split(/\s*[;,]\s*(?![^[(]*[)\]])|\s+(?=else|then|otherwise)/)
    .filter(clause => clause !== '');
  const pieces: { readonly rate: number; readonly from: number; readonly to: number }[] = [];
  let otherwise = 0;
  let last = 0;
  for (const clause of clauses) {
    const piece = asPiece(clause.trim(), last);
    if (piece === undefined) return undefined;
    if (piece.from === undefined) otherwise = piece.rate;
    else {
      pieces.push({ rate: piece.rate, from: piece.from, to: piece.to });
      last = piece.to;
    }
  }
  const times = [...new Set([0, ...pieces.flatMap(({ from, to }) => [from, to])])]
    .filter(t => t >= 0 && t < Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  return steps(times.map(t => [t, pieces.find(({ from, to }) => t >= from && t < to)?.rate ?? otherwise]));
}

interface Piece {
  readonly rate: number;
  /** Absent: everywhere else. */
  readonly from?: number;
  readonly to: number;
}

function asPiece(clause: string, last: number): Piece | undefined {
  const endless = Number.POSITIVE_INFINITY;
  const read = (pattern: string): string[] | undefined => new RegExp(`^${pattern}$`).exec(clause)?.slice(1);
  const n = `(${number})`;
  const on = read(`${n}\\s*(?:on|in|for t in|for)\\s*[[(]${n},\\s*(${number}|inf(?:inity)?)[)\\]]`);
  if (on)
    return {
      rate: Number(on[0]),
      from: Number(on[1]),
      to: on[2].startsWith('inf') ? endless : Number(on[2]),
    };
  const between = read(`${n}\\s*(?:for|if|when|on)\\s*${n}\\s*<=?\\s*t\\s*<=?\\s*${n}`);
  if (between) return { rate: Number(between[0]), from: Number(between[1]), to: Number(between[2]) };
  const before = read(`${n}\\s*(?:(?:for|if|when)\\s*t\\s*<=?|until|before|up to)\\s*(?:t\\s*=\\s*)?${n}`);
  if (before) return { rate: Number(before[0]), from: last, to: Number(before[1]) };
  const after = read(`${n}\\s*(?:(?:for|if|when)\\s*t\\s*>=?|from|after)\\s*(?:t\\s*=\\s*)?${n}(?:\\s*on)?`);
  if (after) return { rate: Number(after[0]), from: Number(after[1]), to: endless };
  const rest = read(`(?:else|otherwise|elsewhere)\\s*${n}`) ?? read(`${n}\\s*(?:else|otherwise|elsewhere)`);
  if (rest) return { rate: Number(rest[0]), to: endless };
  const then = read(`(?:then|and then)\\s*${n}`) ?? read(`${n}\\s*(?:then|afterwards)`);
  return then ? { rate: Number(then[0]), from: last, to: endless } : undefined;
}
