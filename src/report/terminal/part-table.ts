import type { Study } from '../../study/study.js';
import { hasBand, isLopsided } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import type { PartTable } from '../content/part-table.js';
import { partTablesOf } from '../content/part-tables.js';
import { plain } from '../content/plain.js';
import { type CellDetail, compactCell, fits, fullCell, number } from './cell.js';
import { grid } from './grid.js';
import type { Page } from './page.js';
import { wrapped } from './wrap.js';

/** Stations, then classes: for each a table with a line for every engine. */
export const partTables = (study: Study, page: Page): string[][] =>
  partTablesOf(study).map(table => lines(table, page));

function lines(table: PartTable, page: Page): string[] {
  const { paint } = page;
  const { title, about, only } = table;
  return [
    ...wrapped(`${title}, ${about}${only ? ` (${only.title})` : ''}`, page).map(paint.bold),
    ...drawnToFit(table, page),
    ...legend(table, page),
  ];
}

/** In full, in short, or in several tables below each other. */
function drawnToFit(table: PartTable, page: Page): string[] {
  const all = [...table.measures.keys()];
  for (const detail of [fullCell, compactCell]) {
    const whole = drawn(table, all, page, detail);
    if (fits(whole, page)) return whole;
  }
  const groups: number[][] = [];
  for (const column of all) {
    const group = groups[groups.length - 1];
    if (group && fits(drawn(table, [...group, column], page, compactCell), page)) group.push(column);
    else groups.push([column]);
  }
  return groups.flatMap((group, i) => [...(i > 0 ? [''] : []), ...drawn(table, group, page, compactCell)]);
}

function drawn(table: PartTable, columns: readonly number[], page: Page, detail: CellDetail): string[] {
  const { noun, measures, rows, only } = table;
  return grid({
    head: [noun, ...(only ? [] : ['']), ...columns.map(i => heading(measures[i]))].map(page.paint.bold),
    rows: rows.map(({ key, name, by, cells }, row) => [
      key === rows[row - 1]?.key ? '' : plain(name, Math.floor(page.width / 4)),
      ...(only ? [] : [by.title]),
      ...columns.map(i => number(measures[i].unit, cells[i], page, detail)),
    ]),
    aligns: ['left', ...(only ? [] : ['left' as const]), ...columns.map(() => 'right' as const)],
    gap: detail.gap,
  });
}

/** The symbol where the name would make the column wider than its numbers. */
const heading = ({ name, symbol = name }: MeasureLabel): string => (isLong(name) ? symbol : name);

const isLong = (name: string): boolean => name.length > 12;

function legend({ measures, rows }: PartTable, { width, paint }: Page): string[] {
  const symbols = measures.flatMap(({ name, symbol }) =>
    isLong(name) && symbol ? [`${symbol} ${name}`] : [],
  );
  const cells = rows.flatMap(row => row.cells.flatMap(cell => cell ?? []));
  const notes = [
    ...(cells.some(({ mark }) => mark === '≈') ? ['≈ approximation'] : []),
    ...(cells.some(({ estimate }) => hasBand(estimate))
      ? ['in brackets the lowest and the highest in use']
      : []),
    ...symbols,
    ...(cells.some(({ estimate }) => isLopsided(estimate))
      ? ['in brackets the ends of a lopsided interval']
      : []),
  ];
  return notes.length === 0 ? [] : ['', ...wrapped(notes.join(', '), { width, indent: '  ' }).map(paint.dim)];
}
