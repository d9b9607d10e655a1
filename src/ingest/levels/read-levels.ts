import { cellsOf, separatorOf } from '../../traces/lines.js';
import type { BadRow } from '../../traces/trace.js';
import { parseRate } from '../../units.js';
import { IngestError } from '../problem.js';
import { type Cell, countIn, durationIn } from '../rows/cells.js';
import { eachNumbered } from '../rows/lines-of.js';
import { secondsIn, unitInName, withoutUnit } from '../rows/named-unit.js';
import type { Level } from './level.js';

type Name = Exclude<keyof Level, 'line'>;

/** The names that a column goes by. */
const names: Readonly<Record<Name, readonly string[]>> = {
  clients: ['clients', 'users', 'vus', 'n'],
  servers: ['servers', 'workers', 'threads', 'consumers', 'm', 'c'],
  throughput: ['throughput', 'rate', 'tps', 'rps', 'x'],
  response: ['response', 'response_time', 'sojourn', 'latency'],
  wait: ['wait', 'queue_wait', 'waiting', 'waiting_time', 'queue_time'],
  service: ['service', 'service_time'],
  think: ['think', 'think_time'],
};

/** What was read, and the rows that could not be. */
export interface Levels {
  readonly file: string;
  readonly levels: readonly Level[];
  readonly bad: readonly BadRow[];
}

/**
 * A table in CSV: a row for each number of clients or servers at which a system was measured.
 * @throws IngestError when the file cannot be read, or has no columns of clients and servers
 */
export function readLevels(file: string): Levels {
  const levels: Level[] = [];
  const bad: BadRow[] = [];
  let columns: readonly { name: Name; header: string; place: number }[] | undefined;
  let separator = ',';
  eachNumbered(file, (text, line) => {
    if (text.startsWith('#')) return;
    if (columns === undefined) {
      separator = separatorOf(text);
      columns = columnsOf(cellsOf(text, separator), `${file}:${line}`);
      return;
    }
    const cells = cellsOf(text, separator);
    const level: Partial<Record<Name, number>> = {};
    for (const { name, header, place } of columns) {
      const cell = cells[place];
      if (cell === undefined || cell.trim() === '') continue;
      const value = cellIn(name, cell, header);
      if (typeof value === 'string') return void bad.push({ line, problem: value });
      level[name] = value;
    }
    const { clients, servers } = level;
    if (clients === undefined || servers === undefined)
      return void bad.push({ line, problem: 'clients or servers are missing' });
    levels.push({ ...level, line, clients, servers });
  });
  if (columns === undefined)
    throw new IngestError(`${file} is empty; expected a header and a row for each level`);
  if (levels.length === 0) {
    const rows = bad.slice(0, 3).map(one => `\n  ${file}:${one.line}: ${one.problem}`);
    throw new IngestError(`${file} has no levels; expected a row for each number of clients${rows.join('')}`);
  }
  return { file, levels, bad };
}

function columnsOf(header: readonly string[], place: string) {
  const found = (Object.keys(names) as Name[]).flatMap(name => {
    const at = header.findIndex(one => names[name].includes(withoutUnit(one).toLowerCase()));
    return at < 0 ? [] : [{ name, header: header[at].trim(), place: at }];
  });
  for (const name of ['clients', 'servers'] as const)
    if (!found.some(one => one.name === name))
      throw new IngestError(
        `${place}: no column of ${name} among ${header.map(one => `"${one.trim()}"`).join(', ')}; expected one called ${names[name].join(' or ')}`,
      );
  return found;
}

function cellIn(name: Name, cell: string, header: string): Cell {
  if (name === 'clients' || name === 'servers') {
    const count = countIn(cell, header);
    return typeof count === 'number' && !(Number.isInteger(count) && count > 0)
      ? `${header} is ${cell}; expected a whole number from 1 on`
      : count;
  }
  if (name === 'throughput') {
    const parsed = parseRate(cell);
    return parsed.ok ? parsed.value : countIn(cell, header);
  }
  const unit = unitInName(header);
  if (unit === undefined && Number.isFinite(Number(cell)))
    return `${header} is ${cell}, without a unit; expected a duration such as 20ms, or a column called ${header}_ms`;
  return durationIn(cell, header, unit === undefined ? 1 : secondsIn(unit));
}
