import { columnAbout } from '../content/columns.js';
import { hasBand, isLopsided } from '../content/estimate.js';
import type { Judgement, Row, Table } from '../content/table.js';
import { number } from './cell.js';
import { html, type Markup } from './markup.js';

/** The engines side by side, with intervals, sources and verdicts. */
export function measures(table: Table): Markup {
  if (table.rows.length === 0) return html``;
  const { columns, rows, between } = table;
  const judged = rows.some(row => row.judgement);
  return html`<section>
<h2>Side by side</h2>
<p class="note">${note(table)}</p>
<div class="scroll" role="region" aria-label="the measures of each engine" tabindex="0">
<table class="measures">
<caption>Every measure by each engine</caption>
<thead><tr><th scope="col">measure</th>
${columns.map(({ engine, title }) => html`<th scope="col" class="number"><span class="engine ${engine}" aria-hidden="true"></span>${title}</th>\n`)}
${judged ? html`<th scope="col">verdict${between ? html`<small>${between}</small>` : undefined}</th>` : undefined}</tr></thead>
<tbody>${rows.map(row => line(row, columns, judged))}</tbody>
</table>
</div>
<dl class="columns">${columns.map(
    ({ engine, title, model, assumptions = [] }) =>
      html`<dt><span class="engine ${engine}" aria-hidden="true"></span>${title}</dt><dd>${columnAbout[engine]}${model ? html` <span class="model">${model}</span>` : undefined}${assumptions.length > 0 ? html` <small>It assumes: ${assumptions.join('; ')}.</small>` : undefined}</dd>\n`,
  )}</dl>
</section>`;
}

const line = ({ label, cells, judgement }: Row, columns: Table['columns'], judged: boolean): Markup => html`
<tr><th scope="row" title="${label.about}">${label.name}${label.symbol ? html` <i>${label.symbol}</i>` : undefined}</th>
${cells.map((cell, i) => number(label.unit, cell, columns[i].title))}
${judged ? html`<td class="judgement" data-column="verdict">${verdict(judgement)}</td>` : undefined}</tr>`;

const verdict = (judgement?: Judgement): Markup =>
  judgement
    ? html`<span class="whole"><span class="badge ${judgement.verdict}">${judgement.verdict}</span> ${judgement.difference}</span><small>${judgement.interval}</small>`
    : html``;

function note({ rows, between }: Table): string {
  const estimates = rows.flatMap(({ cells }) => cells.flatMap(cell => cell?.estimate ?? []));
  const sampled = estimates.find(estimate => estimate.kind === 'sampled');
  return [
    estimates.some(({ kind }) => kind === 'exact') ? '= is exact.' : '',
    estimates.some(({ kind }) => kind === 'approximation') ? '≈ is an approximation.' : '',
    estimates.some(hasBand) ? 'In brackets behind it the lowest and the highest of those in use.' : '',
    sampled?.kind === 'sampled'
      ? `± is the half-width of the ${Number((sampled.confidence * 100).toFixed(6))} % interval below it.`
      : '',
    estimates.some(isLopsided)
      ? 'Where one side of the interval is much longer than the other, its ends stand in brackets.'
      : '',
    between ? `The verdict compares ${between}, with the margin within which they count as equal.` : '',
  ]
    .filter(text => text !== '')
    .join(' ');
}
