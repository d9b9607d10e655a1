import { IngestError } from '../problem.js';
import { type UnitName, unitNamed, unitNames, withoutUnit } from './named-unit.js';

/** What a column of a log can tell of a customer, and the names it goes by without being told. */
const roles = {
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
    'hour',
    'minute',
    'date',
    'bucket',
  ],
  started: ['started', 'started_at', 'start', 'start_time', 'begin'],
  finished: ['finished', 'finished_at', 'completed_at', 'completed', 'ended_at', 'end', 'end_time', 'finish'],
  service: [
    'service',
    'service_time',
    'mean_service',
    'mean_service_time',
    'duration',
    'mean_duration',
    'runtime',
  ],
  /** How many came in the stretch of time that a row stands for. */
  count: ['count', 'counts', 'customers', 'requests', 'jobs', 'calls', 'arrivals'],
} as const;

export type Role = keyof typeof roles;

/** Where a role is found. */
export interface Source {
  readonly column: string;
  /** Of its numbers. Absent: that in which its name ends; else of times that of their size, of durations seconds. */
  readonly unit?: UnitName;
}

export type Columns = Partial<Record<Role, Source>>;

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
    const named = unit === undefined ? undefined : unitNamed(unit);
    if (unit !== undefined && named === undefined)
      throw new IngestError(`--map ${text}: "${unit}" is no unit here; expected ${unitNames.join(', ')}`);
    return [role, { column, ...(named !== undefined && { unit: named }) }] as const;
  });
  return Object.fromEntries(pairs);
}

/** Whether rows with these columns are counts of customers, and not customers. */
export function areCounts(names: readonly string[], mapped: Columns): boolean {
  const tells = (role: Role) =>
    mapped[role] !== undefined ||
    names.some(name => (roles[role] as readonly string[]).includes(withoutUnit(name).toLowerCase()));
  return tells('count') && !tells('started') && !tells('finished');
}

/**
 * The columns of the roles among those there are: as they were mapped, else by name.
 * @param place of the header, for messages
 * @throws IngestError when a mapped column is not there, or no column tells a time
 */
export function columnsIn(names: readonly string[], mapped: Columns, place: string): Columns {
  const found: Columns = { ...mapped };
  const list = names.map(name => `"${name}"`).join(', ');
  for (const { column } of Object.values(mapped))
    if (!names.includes(column))
      throw new IngestError(`${place}: there is no column "${column}"; expected one of ${list}`);
  const taken = Object.values(mapped).map(({ column }) => column);
  const counted = areCounts(names, mapped);
  for (const role of known) {
    if (found[role] || (role === 'count' && !counted)) continue;
    const name = roles[role].flatMap(one => names.filter(name => withoutUnit(name).toLowerCase() === one))[0];
    if (name !== undefined && !taken.includes(name)) found[role] = { column: name };
  }
  if (!found.arrived && !found.started && !found.finished)
    throw new IngestError(
      `${place}: no column of times among ${list || 'no names at all'}; say which: --map arrived=...,started=...,finished=... (a table of load levels goes to sojourn calibrate)`,
    );
  return found;
}
