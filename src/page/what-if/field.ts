import { durationText, rateText } from '../../scenario/text/quantities.js';
import type { Scenario } from '../../scenario/type.js';
import { type Parsed, parseDuration, parseFraction, parseRate } from '../../units.js';

export type FieldValue = number | string | undefined;

/** Something of a scenario that the page lets its reader change. */
export interface Field {
  /** Stands in the address of the page: `servers`, `api.servers`. */
  readonly id: string;
  readonly label: string;
  /** The station or the class, where there are several. */
  readonly group: string;
  readonly kind: 'rate' | 'duration' | 'number' | 'fraction' | 'integer' | 'choice';
  /** In the scenario of the report; SI. Undefined: there is none. */
  readonly value: FieldValue;
  /** Least value that is allowed. */
  readonly least?: number;
  /** Whether there may be none. */
  readonly optional?: boolean;
  readonly choices?: readonly string[];
  readonly put: (scenario: Scenario, value: FieldValue) => Scenario;
}

const parsers = {
  rate: parseRate,
  duration: parseDuration,
  number: plainNumber,
  fraction: parseFraction,
  integer: plainNumber,
} as const;

const expected = {
  rate: 'a rate above 0, such as 120/s or 300/min',
  duration: 'a duration above 0, such as 20ms or 1.5s',
  number: 'a number',
  fraction: 'a share, such as 5% or 0.05,',
  integer: 'a whole number',
} as const;

function plainNumber(text: string): Parsed {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, problem: `"${text}" is not a number` };
}

/** What was typed as a value of the field. @throws RangeError that says what was expected */
export function read(field: Field, text: string): FieldValue {
  const { kind, label, least, optional, choices } = field;
  if (optional && text.trim() === '') return undefined;
  if (kind === 'choice') {
    if (choices?.includes(text)) return text;
    throw new RangeError(`${label}: "${text}" is none of ${choices?.join(', ')}`);
  }
  const parsed = parsers[kind](text);
  const wanted = least === undefined ? expected[kind] : `${expected[kind]} of at least ${least}`;
  if (!parsed.ok) throw new RangeError(`${label}: ${parsed.problem}; expected ${wanted}`);
  const { value } = parsed;
  const above = kind === 'rate' || kind === 'duration' ? value > 0 : value >= (least ?? 0);
  if (!above || (kind === 'integer' && !Number.isSafeInteger(value)))
    throw new RangeError(`${label}: expected ${wanted}`);
  return value;
}

/** A value as it is typed. */
export function shown({ kind }: Pick<Field, 'kind'>, value: FieldValue): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  if (kind === 'rate') return rateText(value);
  if (kind === 'fraction') return percentText(value);
  return kind === 'duration' ? durationText(value) : String(value);
}

/** Only where it reads back as the same number. */
function percentText(value: number): string {
  const text = `${Number((100 * value).toPrecision(12))}%`;
  const parsed = parseFraction(text);
  return parsed.ok && parsed.value === value ? text : String(value);
}
