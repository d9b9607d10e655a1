import type { Study } from '../../study/study.js';
import { liveChecksOf } from '../content/live-checks.js';
import { html, type Markup } from './markup.js';

export function checks(study: Study): Markup {
  const rows = liveChecksOf(study);
  if (rows.length === 0) return html``;
  return html`<section>
<h2>Checks of the live run</h2>
<div class="scroll" role="region" aria-label="the checks of the live run" tabindex="0">
<table>
<caption>What the run had to show before its numbers count</caption>
<thead><tr><th scope="col">check</th><th scope="col">outcome</th><th scope="col">found</th><th scope="col">limit</th></tr></thead>
<tbody>${rows.map(
    ({ name, passed, value, limit, advice }) => html`
<tr><th scope="row">${name}</th><td><span class="badge ${passed ? 'pass' : 'fail'}">${passed ? 'passed' : 'failed'}</span></td><td>${value}</td><td>${limit}${passed ? undefined : html`<small>${advice}</small>`}</td></tr>`,
  )}</tbody>
</table>
</div>
</section>`;
}
