import { parseDuration } from '../../units.js';
import type { UnitName } from './named-unit.js';

/** Seconds, or what is wrong with the cell. */
export type Cell = number | string;

const zoned = /(Z|[+-]\d\d:?\d\d)$/i;
const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/;

/** The unit of a number of time since 1970 by its size: 1e9 s is 2001, 1e12 ms too. */
export function epochUnit(value: number): UnitName {
  const size = Math.abs(value);
  return size >= 1e17 ? 'ns' : size >= 1e14 ? 'us' : size >= 1e11 ? 'ms' : 's';
}

/** Seconds of a date (UTC where it has no zone), or of a number of units so long. */
export function timeIn(cell: unknown, name: string, unit: number): Cell {
  if (isEmpty(cell)) return `${name} is missing`;
  if (isDate(cell)) {
    const parsed = secondsOfDate(cell);
    return Number.isNaN(parsed) ? notA(name, cell, 'a date such as 2026-03-01T09:00:00Z') : parsed;
  }
  const value = Number(cell);
  if (!Number.isFinite(value)) return notA(name, cell, 'a number or a date such as 2026-03-01T09:00:00Z');
  return value * unit;
}

/** Seconds since 1970 to the last digit that a date has, which may be a nanosecond; NaN: it is none. */
export function secondsOfDate(date: string): number {
  const text = date.trim().replace(' ', 'T');
  const [, fraction = ''] = /:\d\d(\.\d+)/.exec(text) ?? [];
  const whole = text.replace(fraction, '');
  return (
    Date.parse(zoned.test(whole) || !whole.includes('T') ? whole : `${whole}Z`) / 1000 + Number(fraction)
  );
}

/** Seconds of a duration such as `20ms`, or of a number of units so long. */
export function durationIn(cell: unknown, name: string, unit: number): Cell {
  if (isEmpty(cell)) return `${name} is missing`;
  const parsed = typeof cell === 'string' ? parseDuration(cell) : undefined;
  const value = parsed?.ok ? parsed.value : Number(cell) * unit;
  if (!Number.isFinite(value)) return notA(name, cell, 'a number, or a duration such as 20ms');
  return value < 0 ? `${name} is negative: ${value} s` : value;
}

/** How many. */
export function countIn(cell: unknown, name: string): Cell {
  if (isEmpty(cell)) return `${name} is missing`;
  const value = Number(cell);
  return value >= 0 && value < Number.POSITIVE_INFINITY ? value : notA(name, cell, 'a number of at least 0');
}

/** Looked at by its fifth mark first: most cells are numbers, of which there may be a billion. */
export const isDate = (cell: unknown): cell is string =>
  typeof cell === 'string' && (cell.charCodeAt(4) === 45 || cell.startsWith(' ')) && date.test(cell.trim());

const isEmpty = (cell: unknown): boolean =>
  cell === undefined || cell === null || cell === '' || (typeof cell === 'string' && cell.trim() === '');

const notA = (name: string, cell: unknown, expected: string): string =>
  `${name} is ${JSON.stringify(cell).slice(0, 40)}; expected ${expected}`;
