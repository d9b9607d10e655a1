import type { Verdict } from '../../comparison/verdict.js';
import type { Estimate } from '../../result/result.js';
import { formatCompactEstimate, formatEstimate, isLopsided } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import type { Cell, Judgement, Row, Table } from '../content/table.js';
import { grid } from './grid.js';
import { type Page, painted } from './page.js';
import { wrapped } from './wrap.js';

/** How much a table says: less where there is less room, but never a number without its interval. */
interface Detail {
  readonly name: (label: MeasureLabel, page: Page) => string;
  readonly format: (unit: MeasureLabel['unit'], estimate: Estimate) => string;
  readonly sources: boolean;
  readonly differences: boolean;
  readonly gap: number;
}

const full: Detail = {
  name: ({ name, symbol }, { paint }) => (symbol ? `${name} ${paint.dim(symbol)}` : name),
  format: formatEstimate,
  sources: true,
  differences: true,
  gap: 3,
};
const compact: Detail = {
  ...full,
  name: ({ name }) => name,
  format: formatCompactEstimate,
  sources: false,
  gap: 2,
};
const tight: Detail = { ...compact, name: ({ name, symbol }) => symbol ?? name, differences: false };

const colours = {
  agrees: painted.good,
  differs: painted.bad,
  inconclusive: painted.open,
} as const satisfies Record<Verdict, string>;

/** The engines side by side in as much detail as the width allows; one measure after another where it is narrow. */
export function measureTable(table: Table, page: Page): string[] {
  if (table.rows.length === 0) return [];
  for (const detail of [full, compact, tight]) {
    const lines = drawn(table, page, detail);
    if (lines.every(line => visible(line) <= page.width))
      return [...lines, '', ...legend(table, page, detail)];
  }
  return [...stacked(table, page), '', ...legend(table, page, compact)];
}

function drawn({ columns, rows }: Table, page: Page, detail: Detail): string[] {
  const judged = rows.some(row => row.judgement);
  return grid({
    head: ['', ...columns.map(({ title }) => title), ...(judged ? ['verdict'] : [])].map(page.paint.bold),
    rows: rows.map(row => [
      detail.name(row.label, page),
      ...row.cells.map(cell => number(row, cell, page, detail)),
      ...(judged ? [verdict(row.judgement, page, detail)] : []),
    ]),
    aligns: ['left', ...columns.map(() => 'right' as const), 'left'],
    gap: detail.gap,
  });
}

function stacked({ columns, rows }: Table, page: Page): string[] {
  const widest = Math.max(...columns.map(({ title }) => title.length));
  return rows.flatMap(row => [
    `${compact.name(row.label, page)}  ${verdict(row.judgement, page, compact)}`.trimEnd(),
    ...row.cells.flatMap((cell, i) =>
      cell ? [`  ${columns[i].title.padEnd(widest)}  ${number(row, cell, page, compact)}`] : [],
    ),
  ]);
}

function number(
  { label }: Row,
  cell: Cell | undefined,
  { paint }: Page,
  { format, sources }: Detail,
): string {
  if (cell === undefined) return paint.dim('-');
  const mark = cell.mark === '' ? '' : `${paint.dim(cell.mark)} `;
  const source = sources && cell.source !== undefined ? paint.dim(` [${cell.source}]`) : '';
  return mark + format(label.unit, cell.estimate) + source;
}

function verdict(judgement: Judgement | undefined, { paint }: Page, { differences }: Detail): string {
  if (judgement === undefined) return '';
  const text = differences ? `${judgement.verdict} ${judgement.difference}` : judgement.verdict;
  return paint[colours[judgement.verdict]](text);
}

function legend({ columns, rows, between }: Table, page: Page, detail: Detail): string[] {
  const estimates = rows.flatMap(row => row.cells.flatMap(cell => cell?.estimate ?? []));
  const kinds = new Set(estimates.map(({ kind }) => kind));
  const marks = [
    ...(kinds.has('exact') ? ['= exact'] : []),
    ...(kinds.has('approximation') ? ['≈ approximation'] : []),
    ...(kinds.has('sampled') ? ['± half-width of the interval'] : []),
    ...(estimates.some(isLopsided) ? ['its ends in brackets where it is lopsided'] : []),
    ...(between ? [`verdict: ${between}`] : []),
    ...(detail === tight
      ? rows.flatMap(({ label }) => (label.symbol ? [`${label.symbol} ${label.name}`] : []))
      : []),
  ];
  const models = columns.flatMap(({ title, model }) => (model ? [`${title}: ${model}`] : []));
  return [marks.join(', '), ...models].flatMap(text =>
    wrapped(text, { width: page.width, indent: '  ' }).map(page.paint.dim),
  );
}

const colourCodes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

/** Characters that show: colours do not. */
const visible = (line: string): number => line.replace(colourCodes, '').length;
