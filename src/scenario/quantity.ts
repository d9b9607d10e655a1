import type { z } from 'zod';
import type { Parameter } from '../distributions/contract.js';
import {
  byteUnits,
  durationUnits,
  formatBytes,
  formatDuration,
  formatNumber,
  formatPercent,
  formatRate,
  type Parsed,
  parseBytes,
  parseDuration,
  parseFraction,
  parseRate,
  patterns,
  sized,
} from '../units.js';
import { named, type Reading, written } from './written.js';

/** The kinds of parameter that are one number. */
export type QuantityKind = 'duration' | 'rate' | 'fraction' | 'number' | 'integer' | 'bytes';
type Bounds = Pick<Parameter, 'min' | 'exclusiveMin' | 'max' | 'exclusiveMax'>;

interface Kind {
  readonly noun: string;
  readonly examples: string;
  readonly parse: (value: unknown) => Parsed;
  readonly format: (value: number) => string;
  /** How it looks in a file. */
  readonly json: z.core.JSONSchema.BaseSchema;
}

const compact = (text: string): string => text.replace(' ', '');

/** A number where a text with a unit belongs has lost its unit. */
const withUnit =
  (parse: (text: string) => Parsed) =>
  (value: unknown): Parsed =>
    typeof value === 'string' || typeof value === 'number'
      ? parse(String(value))
      : { ok: false, problem: `${named(value)} stands here` };

function plainNumber(value: unknown): Parsed {
  if (typeof value === 'number' && Number.isFinite(value)) return sized(String(value), value);
  return { ok: false, problem: `${named(value)} is not a number` };
}

const kinds: Readonly<Record<QuantityKind, Kind>> = {
  duration: {
    noun: 'a duration',
    examples: `such as 20ms or 1.5s (${durationUnits})`,
    parse: withUnit(parseDuration),
    format: value => compact(formatDuration(value, 6)),
    json: {
      anyOf: [
        { type: 'string', pattern: patterns.duration },
        { type: 'number', const: 0 },
      ],
    },
  },
  rate: {
    noun: 'a rate',
    examples: 'such as 120/s, 300/min or 300/30min',
    parse: withUnit(parseRate),
    format: value => formatRate(value, 6),
    json: { type: 'string', pattern: patterns.rate },
  },
  fraction: {
    noun: 'a fraction',
    examples: 'such as 5% or 0.05',
    parse: withUnit(parseFraction),
    format: value => compact(formatPercent(value, 6)),
    json: { anyOf: [{ type: 'string', pattern: patterns.fraction }, { type: 'number' }] },
  },
  bytes: {
    noun: 'a size in bytes',
    examples: `such as 512 or 2kB (${byteUnits})`,
    parse: withUnit(parseBytes),
    format: value => compact(formatBytes(value, 15)),
    json: { anyOf: [{ type: 'string', pattern: patterns.bytes }, { type: 'integer' }] },
  },
  number: {
    noun: 'a number',
    examples: '',
    parse: plainNumber,
    format: value => formatNumber(value, 6),
    json: { type: 'number' },
  },
  integer: {
    noun: 'a whole number',
    examples: '',
    parse: value => {
      const parsed = plainNumber(value);
      return !parsed.ok || Number.isSafeInteger(parsed.value)
        ? parsed
        : { ok: false, problem: `${named(value)} is not a whole number` };
    },
    format: value => formatNumber(value, 16),
    json: { type: 'integer' },
  },
};

/** A written number with its unit and its bounds (both SI), by the kind of parameter it is. */
export const quantity = (
  parameter: Bounds & { readonly kind: QuantityKind; readonly about: string; why?: string },
) =>
  written(
    { ...kinds[parameter.kind].json, ...jsonBounds(parameter), description: parameter.about },
    (value): Reading<number> => {
      const kind = kinds[parameter.kind];
      const expected = expectation(kind, parameter);
      const parsed = kind.parse(value);
      if (!parsed.ok) return { ok: false, message: parsed.problem, expected };
      const problem = outside(parsed.value, parameter);
      return problem === undefined
        ? { ok: true, value: parsed.value }
        : { ok: false, message: `${named(value)} is ${problem}`, expected };
    },
  );

function outside(value: number, { min, exclusiveMin, max, exclusiveMax }: Bounds): string | undefined {
  if ((min !== undefined && value < min) || (exclusiveMin !== undefined && value <= exclusiveMin)) {
    return value < 0 ? 'negative' : 'too small';
  }
  if ((max !== undefined && value > max) || (exclusiveMax !== undefined && value >= exclusiveMax))
    return 'too large';
  return undefined;
}

/** `a duration above 0, such as 20ms or 1.5s`. */
function expectation({ noun, examples, format }: Kind, bounds: Bounds & { why?: string }): string {
  const { min, exclusiveMin, max, exclusiveMax, why } = bounds;
  const low =
    exclusiveMin !== undefined
      ? `above ${bare(exclusiveMin, format)}`
      : min !== undefined
        ? `of at least ${bare(min, format)}`
        : '';
  const high =
    exclusiveMax !== undefined
      ? `below ${bare(exclusiveMax, format)}`
      : max !== undefined
        ? `${low ? '' : 'of '}at most ${bare(max, format)}`
        : '';
  const range = [low, high].filter(Boolean).join(' and ');
  const start = range ? `${noun} ${range}` : noun;
  return [[start, examples].filter(Boolean).join(range ? ', ' : ' '), why].filter(Boolean).join(': ');
}

/** Zero needs no unit. */
const bare = (value: number, format: (value: number) => string): string =>
  value === 0 ? '0' : format(value);

/** JSON Schema can bound only what is a number in the file. */
function jsonBounds({ kind, min, exclusiveMin, max, exclusiveMax }: Bounds & { kind: QuantityKind }) {
  if (kind !== 'number' && kind !== 'integer') return {};
  return {
    ...(min === undefined ? {} : { minimum: min }),
    ...(exclusiveMin === undefined ? {} : { exclusiveMinimum: exclusiveMin }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(exclusiveMax === undefined ? {} : { exclusiveMaximum: exclusiveMax }),
  };
}
