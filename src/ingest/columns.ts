import { IngestError } from './problem.js';

/** What a column of a log can tell of a customer, and the names it goes by without being told. */
export const roles = {
  arrived: [
    'arrived',
    'arrived_at',
    'arrival',
    'arrive',
    'created_at',
    'created',
    'enqueued_at',
    'queued_at',
    'time',
    'timestamp',
  ],
  started: ['started', 'started_at', 'start', 'start_time', 'begin'],
  finished: ['finished', 'finished_at', 'completed_at', 'completed', 'ended_at', 'end', 'end_time', 'finish'],
  service: ['service', 'duration', 'runtime'],
} as const;

export type Role = keyof typeof roles;

/** Where a role is found. */
export interface Source {
  readonly column: string;
  /** Seconds in one unit of its numbers. Absent: guessed of times, seconds of durations. */
  readonly unit?: number;
}

export type Columns = Partial<Record<Role, Source>>;

const units: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9 };
const known = Object.keys(roles) as Role[];

/**
 * `arrived=created_at,service=took:ms` as columns by role.
 * @throws IngestError at a role or unit that is none
 */
export function mappingOf(text: string): Columns {
  const pairs = text.split(',').map(part => {
    const [, role, column, unit] = /^\s*(\w+)\s*=\s*(.*?)\s*(?::\s*(\w+)\s*)?$/.exec(part) ?? [];
    if (!known.includes(role as Role) || !column)
      throw new IngestError(
        `--map ${text}: "${part}" names no column; expected one such as ${known.join('=..., ')}=... with the column's name`,
      );
    if (unit !== undefined && units[unit] === undefined)
      throw new IngestError(
        `--map ${text}: "${unit}" is no unit here; expected ${Object.keys(units).join(', ')}`,
      );
    return [role, { column, ...(unit !== undefined && { unit: units[unit] }) }] as const;
  });
  return Object.fromEntries(pairs);
}

/**
 * The columns of the roles among those there are: as they were mapped, else by name.
 * @throws IngestError when a mapped column is not there, or no column tells a time
 */
export function columnsIn(names: readonly string[], mapped: Columns, file: string): Columns {
  const found: Columns = { ...mapped };
  const list = names.map(name => `"${name}"`).join(', ');
  for (const { column } of Object.values(mapped))
    if (!names.includes(column))
      throw new IngestError(`${file}:1: there is no column "${column}"; expected one of ${list}`);
  const taken = Object.values(mapped).map(({ column }) => column);
  for (const role of known) {
    if (found[role]) continue;
    const name = roles[role].flatMap(one => names.filter(name => name.trim().toLowerCase() === one))[0];
    if (name !== undefined && !taken.includes(name)) found[role] = { column: name };
  }
  if (!found.arrived && !found.started && !found.finished)
    throw new IngestError(
      `${file}:1: no column of times among ${list}; say which: --map arrived=...,started=...,finished=...`,
    );
  return found;
}
