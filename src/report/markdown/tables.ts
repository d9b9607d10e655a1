import type { Study } from '../../study/study.js';
import type { Cell } from '../content/cell.js';
import { columnAbout } from '../content/columns.js';
import { formatEstimate, hasBand, isLopsided } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import { partTablesOf } from '../content/part-tables.js';
import type { Row, Table } from '../content/table.js';
import { escaped, grid } from './text.js';

/** The engines side by side. */
export function measures(table: Table): string[] {
  if (table.rows.length === 0) return [];
  const judged = table.rows.some(row => row.judgement);
  const head = ['measure', ...table.columns.map(({ title: name }) => name), ...(judged ? ['verdict'] : [])];
  const rows = table.rows.map(row => [
    `${row.label.name}${row.label.symbol ? `, ${row.label.symbol}` : ''}`,
    ...row.cells.map(cell => number(row.label.unit, cell)),
    ...(judged ? [verdict(row)] : []),
  ]);
  const models = table.columns.map(
    ({ engine, title: name, model, assumptions = [] }) =>
      `- **${name}**: ${columnAbout[engine]}${model ? `; ${escaped(model)}` : ''}${assumptions.length > 0 ? `. It assumes: ${escaped(assumptions.join('; '))}` : ''}`,
  );
  const lopsided = table.rows.some(({ cells }) => cells.some(cell => cell && isLopsided(cell.estimate)));
  const banded = table.rows.some(({ cells }) => cells.some(cell => cell && hasBand(cell.estimate)));
  const marks = `= exact, ≈ approximation${banded ? ' (in brackets the lowest and the highest in use)' : ''}, ± half-width of the interval${lopsided ? ', ends in brackets where it is lopsided' : ''}${table.between ? `; verdict: ${table.between}` : ''}.`;
  return [`## Side by side\n\n${grid(head, rows)}`, `${models.join('\n')}\n\n${marks}`];
}

const number = (unit: MeasureLabel['unit'], cell?: Cell): string =>
  cell
    ? `${cell.mark ? `${cell.mark} ` : ''}${formatEstimate(unit, cell.estimate)}${cell.source === undefined ? '' : ` \\[${cell.source}\\]`}`
    : '-';

const verdict = ({ judgement }: Row): string =>
  judgement ? `${judgement.verdict} (${judgement.difference})` : '';

/** The stations, then the classes: a line for each of them by every engine. */
export const partTables = (study: Study): string[] =>
  partTablesOf(study).map(({ title, noun, about, measures: labels, rows, only }) => {
    const head = [noun, ...(only ? [] : ['by']), ...labels.map(({ name }) => name)];
    const lines = rows.map(({ name, by, cells }) => [
      escaped(name),
      ...(only ? [] : [by.title]),
      ...cells.map((cell, i) => number(labels[i].unit, cell)),
    ]);
    return `## ${title}\n\n${about[0].toUpperCase()}${about.slice(1)}${only ? `, by ${only.title}` : ''}.\n\n${grid(head, lines)}`;
  });
