import type { Study } from '../../study/study.js';
import type { Column } from '../content/columns.js';
import type { PartRow, PartTable } from '../content/part-table.js';
import { partTablesOf } from '../content/part-tables.js';
import { number } from './cell.js';
import { html, type Markup } from './markup.js';

/** The stations, then the classes: a group of lines for each of them, a line for each engine. */
export const partTables = (study: Study): Markup[] => partTablesOf(study).map(section);

function section(table: PartTable): Markup {
  const { title, noun, about, measures, only } = table;
  return html`<section>
<h2>${title}</h2>
<div class="scroll" role="region" aria-label="${title}, ${about}" tabindex="0">
<table class="parts">
<caption>${title}, ${about}${only ? html`, by ${engine(only)}` : undefined}</caption>
<thead><tr><th scope="col">${noun}</th>${only ? undefined : html`<th scope="col">by</th>`}
${measures.map(({ name, symbol, about: meaning }) => html`<th scope="col" class="number" title="${meaning}">${name}${symbol ? html` <i>${symbol}</i>` : undefined}</th>\n`)}</tr></thead>
${groups(table).map(rows => group(rows, table))}
</table>
</div>
</section>`;
}

/** Rows of the same name stand together. */
const groups = ({ rows }: PartTable): PartRow[][] =>
  [...new Set(rows.map(({ key }) => key))].map(key => rows.filter(row => row.key === key));

const group = (rows: readonly PartRow[], { measures, only }: PartTable): Markup => html`<tbody>
${rows.map(
  ({ name, by, cells }, i) => html`<tr>
${i === 0 ? html`<th scope="${only ? 'row' : 'rowgroup'}" rowspan="${rows.length}">${name}</th>` : undefined}
${only ? undefined : html`<th scope="row">${engine(by)}</th>`}
${cells.map((cell, column) => number(measures[column].unit, cell))}</tr>
`,
)}</tbody>
`;

const engine = ({ engine: name, title }: Column): Markup =>
  html`<span class="engine ${name}" aria-hidden="true"></span>${title}`;
