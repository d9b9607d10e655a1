import type { Study } from '../../study/study.js';
import { formatPercent } from '../../units.js';
import { gapsOf, partAbout, partsOf } from '../content/gap.js';
import { html, type Markup } from './markup.js';

export function gaps(study: Study): Markup {
  const rows = gapsOf(study);
  if (rows.length === 0) return html``;
  return html`<section>
<h2>Where the gap comes from</h2>
<p class="note">From what was asked to what was measured, for each message. The workload is what the draw of the customers did; broker and client are what the real queue added.</p>
<div class="scroll" role="region" aria-label="the gap in parts" tabindex="0">
<table>
<caption>The gap of each time</caption>
<thead><tr><th scope="col">time</th><th scope="col" class="number">workload<small>asked to twin</small></th><th scope="col" class="number">broker and client<small>twin to measured</small></th><th scope="col" class="number">together</th></tr></thead>
<tbody>${rows.map(
    ({ name, workload, broker, total }) => html`
<tr><th scope="row">${name}</th><td class="number">${workload}</td><td class="number">${broker}</td><td class="number">${total}</td></tr>`,
  )}</tbody>
</table>
</div>
</section>`;
}

export function parts(study: Study): Markup {
  const found = partsOf(study);
  if (found === undefined) return html``;
  return html`<section>
<h2>The life of a message</h2>
<div class="scroll" role="region" aria-label="the life of a message in parts" tabindex="0">
<table>
<caption>Mean time of each part on the real queue</caption>
<thead><tr><th scope="col">part</th><th scope="col" class="number">mean</th><th scope="col" class="number">share</th><th scope="col">what</th></tr></thead>
<tbody>${found.map(
    ({ name, text, share }) => html`
<tr><th scope="row">${name}</th><td class="number">${text}</td><td class="number">${formatPercent(share, 2)}</td><td>${partAbout[name]}</td></tr>`,
  )}</tbody>
</table>
</div>
</section>`;
}
