import type { Study } from '../../study/study.js';
import { columnTitles } from '../content/columns.js';
import { factsOf, warningsOf } from '../content/facts.js';
import { plain } from '../content/plain.js';
import type { Table } from '../content/table.js';
import { html, type Markup } from './markup.js';

export function warnings(study: Study): Markup {
  const lines = warningsOf(study);
  if (lines.length === 0) return html``;
  return html`<section class="warnings">
<h2>Warnings</h2>
<ul>${lines.map(
    ({ from, message, advice }) =>
      html`<li><b>${from}</b>: ${message}${advice ? html` <span class="advice">${advice}</span>` : undefined}</li>\n`,
  )}</ul>
</section>`;
}

export function unanswered(study: Study): Markup {
  if (study.unanswered.length === 0) return html``;
  return html`<section>
<h2>Not answered</h2>
<ul>${study.unanswered.map(
    ({ engine, reason }) => html`<li><b>${columnTitles[engine]}</b>: ${plain(reason)}</li>\n`,
  )}</ul>
</section>`;
}

export function sources({ sources: list }: Table): Markup {
  if (list.length === 0) return html``;
  return html`<section class="sources">
<h2>Sources</h2>
<ol>${list.map(
    ({ number, citation }) =>
      html`<li id="source-${number}">${plain(citation.text)}${citation.checked ? undefined : html` <span class="unchecked">(cited from memory, not compared with the source)</span>`}</li>\n`,
  )}</ol>
</section>`;
}

export const facts = (study: Study): Markup => html`<section class="facts">
<h2>To repeat</h2>
<dl>${factsOf(study).map(([what, value]) =>
  what === 'command'
    ? html`<dt>${what}</dt><dd><code>${value}</code></dd>\n`
    : html`<dt>${what}</dt><dd>${value}</dd>\n`,
)}</dl>
</section>`;
