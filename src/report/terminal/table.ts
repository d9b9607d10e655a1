import type { Verdict } from '../../comparison/verdict.js';
import { hasBand, isLopsided } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import type { Judgement, Table } from '../content/table.js';
import { type CellDetail, compactCell, fits, fullCell, number } from './cell.js';
import { grid } from './grid.js';
import { type Page, painted } from './page.js';
import { wrapped } from './wrap.js';

/** How much a table says. */
interface Detail extends CellDetail {
  readonly name: (label: MeasureLabel, page: Page) => string;
  readonly differences: boolean;
}

const full: Detail = {
  ...fullCell,
  name: ({ name, symbol }, { paint }) => (symbol ? `${name} ${paint.dim(symbol)}` : name),
  differences: true,
};
const compact: Detail = { ...compactCell, name: ({ name }) => name, differences: true };
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
    if (fits(lines, page)) return [...lines, '', ...legend(table, page, detail)];
  }
  return [...stacked(table, page), '', ...legend(table, page, compact)];
}

function drawn({ columns, rows }: Table, page: Page, detail: Detail): string[] {
  const judged = rows.some(row => row.judgement);
  return grid({
    head: ['', ...columns.map(({ title }) => title), ...(judged ? ['verdict'] : [])].map(page.paint.bold),
    rows: rows.map(row => [
      detail.name(row.label, page),
      ...row.cells.map(cell => number(row.label.unit, cell, page, detail)),
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
      cell ? [`  ${columns[i].title.padEnd(widest)}  ${number(row.label.unit, cell, page, compact)}`] : [],
    ),
  ]);
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
    ...(estimates.some(hasBand) ? ['in brackets the lowest and the highest in use'] : []),
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
