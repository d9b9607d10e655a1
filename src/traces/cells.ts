import { parseDuration } from '../units.js';

/** What was read of one row, in words or numbers as they stand there. */
export interface Cells {
  readonly time: unknown;
  readonly service: unknown;
  readonly class: unknown;
}

/** The names under which a column is found, the first the best. */
export const columnNames = {
  time: ['time', 'timestamp', 'arrival', 'arrived', 'intended'],
  service: ['service', 'duration'],
  class: ['class', 'type'],
} as const satisfies Readonly<Record<keyof Cells, readonly string[]>>;

type Number = { readonly value: number } | { readonly problem: string };

const date = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Seconds from a number, or since 1970 from a date with its zone. */
export const timeOf = (cell: unknown): Number =>
  typeof cell === 'string' && date.test(cell.trim())
    ? { value: Date.parse(cell.trim()) / 1000 }
    : secondsOf('time', cell, 'seconds, or a date such as 2026-03-01T09:00:00.250Z');

/** Seconds from a number, or from a duration such as `20ms`. */
export function serviceOf(cell: unknown): Number {
  const duration = typeof cell === 'string' ? parseDuration(cell) : undefined;
  return duration?.ok ? { value: duration.value } : secondsOf('service', cell, 'seconds, or 20ms');
}

function secondsOf(name: string, cell: unknown, expected: string): Number {
  if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === ''))
    return { problem: `the ${name} is missing` };
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : Number.NaN;
  if (!Number.isFinite(value))
    return { problem: `the ${name} is ${JSON.stringify(cell).slice(0, 40)}; expected ${expected}` };
  if (value < 0) return { problem: `the ${name} is negative: ${value}` };
  return { value };
}
