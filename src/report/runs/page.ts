import { cellOf } from '../content/cell.js';
import { number } from '../html/cell.js';
import { htmlDocument } from '../html/document.js';
import { html, type Markup } from '../html/markup.js';
import { columnName, type Overview, type OverviewRow } from './overview.js';

/** The runs of a folder as one page: a line for each, with a link to its report. */
export const renderOverview = (overview: Overview, style: string, generator: string): string =>
  htmlDocument({
    title: 'Runs side by side',
    generator,
    style,
    body: html`<header>
<h1>Runs side by side</h1>
<p class="description">${overview.rows.length} run${overview.rows.length === 1 ? '' : 's'}. Utilisation and percentiles are measured where a real queue was run, else by theory, else by simulation.</p>
</header>
<main>
<section>
<h2>All runs</h2>
<div class="scroll" role="region" aria-label="the runs" tabindex="0">
<table class="parts">
<caption>Every run with its load, its times and its verdict</caption>
<thead><tr><th scope="col">scenario</th><th scope="col">verdict<small>on the mean sojourn</small></th><th scope="col">thresholds</th>
${overview.columns.map(column => html`<th scope="col" class="number">${column.engine ? html`<span class="engine ${column.engine}" aria-hidden="true"></span>` : undefined}${columnName(column)}</th>\n`)}</tr></thead>
<tbody>${overview.rows.map(row => line(row, overview))}</tbody>
</table>
</div>
</section>
<section>
<h2>What each found</h2>
<dl>${overview.rows.map(({ name, href, finding }) => html`<dt><a href="${href}">${name}</a></dt><dd>${finding}</dd>\n`)}</dl>
</section>
</main>`,
  });

const line = (row: OverviewRow, { columns }: Overview): Markup => html`
<tr><th scope="row"><a href="${row.href}">${row.name}</a>${row.what === '' ? undefined : html`<small>${row.what}</small>`}</th>
<td>${row.verdict ? html`<span class="badge ${row.verdict}">${row.verdict}</span>` : undefined}</td>
<td>${thresholds(row)}</td>
${row.estimates.map((estimate, i) => number(columns[i].label.unit, cellOf(estimate, [])))}</tr>`;

const words = { fail: 'failed', inconclusive: 'undecided', pass: 'passed' } as const;

const thresholds = ({ thresholds: counts }: OverviewRow): Markup[] =>
  (['fail', 'inconclusive', 'pass'] as const)
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => html`<span class="badge ${outcome}">${counts[outcome]} ${words[outcome]}</span> `);
