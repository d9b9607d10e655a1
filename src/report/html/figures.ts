import type { Study } from '../../study/study.js';
import { charts } from '../charts/index.js';
import { html, type Markup } from './markup.js';

/** A place for each chart of which the study has the data; the program of the page draws into it. */
export function figures(study: Study): Markup {
  const drawn = Object.entries(charts).filter(([, { config }]) => config(study) !== undefined);
  if (drawn.length === 0) return html``;
  return html`<section class="charts">
<h2>Charts</h2>
<noscript><p>The charts need JavaScript; the tables hold the numbers.</p></noscript>
<div class="grid">${drawn.map(
    ([name, { title, about }]) => html`
<figure>
<figcaption><h3>${title}</h3></figcaption>
<div class="canvas"><canvas data-chart="${name}" role="img" aria-label="${title}. ${about}"></canvas></div>
</figure>`,
  )}</div>
</section>`;
}
