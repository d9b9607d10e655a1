import { parseDuration } from '../units.js';
import type { Source } from './columns.js';

/** Seconds, or what is wrong with the cell. */
export type Cell = number | string;

const zoned = /(Z|[+-]\d\d:?\d\d)$/i;
const date = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** The unit of a number of time since 1970 by its size: 1e9 s is 2001, 1e12 ms too. */
export function epochUnit(value: number): number {
  const size = Math.abs(value);
  return size >= 1e17 ? 1e-9 : size >= 1e14 ? 1e-6 : size >= 1e11 ? 1e-3 : 1;
}

/** Seconds of a date (UTC where it has no zone), or of a number in the unit given, else in that of its size. */
export function timeIn(cell: unknown, name: string, { unit }: Source): Cell {
  if (isEmpty(cell)) return `${name} is missing`;
  if (typeof cell === 'string' && date.test(cell)) {
    const text = cell.trim().replace(' ', 'T');
    const parsed = Date.parse(zoned.test(text) ? text : `${text}Z`);
    return Number.isNaN(parsed) ? notA(name, cell, 'a date such as 2026-03-01T09:00:00Z') : parsed / 1000;
  }
  const value = Number(cell);
  if (!Number.isFinite(value)) return notA(name, cell, 'a number or a date such as 2026-03-01T09:00:00Z');
  return value * (unit ?? epochUnit(value));
}

/** Seconds of a duration such as `20ms`, or of a number in the unit given, else in seconds. */
export function durationIn(cell: unknown, name: string, { unit = 1 }: Source): Cell {
  if (isEmpty(cell)) return `${name} is missing`;
  const parsed = typeof cell === 'string' ? parseDuration(cell) : undefined;
  const value = parsed?.ok ? parsed.value : Number(cell) * unit;
  if (!Number.isFinite(value)) return notA(name, cell, 'a number, or a duration such as 20ms');
  return value < 0 ? `${name} is negative: ${value} s` : value;
}

const isEmpty = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

const notA = (name: string, cell: unknown, expected: string): string =>
  `${name} is ${JSON.stringify(cell).slice(0, 40)}; expected ${expected}`;
