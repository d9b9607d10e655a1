import { type Cells, columnNames } from './cells.js';

/** Reads the cells of a line, or says in words why there are none. */
export type LineReader = (line: string) => Cells | string;

/** A line of NDJSON: one object. */
export const jsonLine: LineReader = line => {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return 'this is no JSON';
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'this is no JSON object';
  const object = row as Readonly<Record<string, unknown>>;
  const cell = (names: readonly string[]) => object[names.find(name => name in object) ?? ''];
  return {
    time: cell(columnNames.time),
    service: cell(columnNames.service),
    class: cell(columnNames.class),
  };
};

/** Lines of CSV below this header; separated by what separates the header: a comma, semicolon or tab. */
export function csvLines(header: string): LineReader | string {
  const separator = separatorOf(header);
  const names = cellsOf(header, separator).map(name => name.trim().toLowerCase());
  const column = (known: readonly string[]) => known.map(one => names.indexOf(one)).find(i => i >= 0) ?? -1;
  const [time, service, group] = [columnNames.time, columnNames.service, columnNames.class].map(column);
  if (time < 0)
    return `no column of times: expected a header with ${columnNames.time.map(name => `"${name}"`).join(' or ')}`;
  return line => {
    const cells = cellsOf(line, separator);
    if (cells.length !== names.length)
      return `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, where the header has ${names.length}`;
    return { time: cells[time], service: cells[service], class: cells[group] };
  };
}

/** What separates the cells of a header: a comma, semicolon or tab. */
export const separatorOf = (header: string): string =>
  [',', ';', '\t'].find(mark => header.includes(mark)) ?? ',';

/** The cells of a line of CSV (RFC 4180, but that no cell goes on over the end of its line). */
export function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const mark = line[i];
    if (mark === '"' && quoted && line[i + 1] === '"') {
      cell += mark;
      i++;
    } else if (mark === '"') quoted = !quoted;
    else if (mark === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += mark;
  }
  return [...cells, cell];
}
