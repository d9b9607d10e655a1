import { cellOf } from '../../report/content/cell.js';
import { columnTitles, resultOf } from '../../report/content/columns.js';
import { measureLabel } from '../../report/content/measure-label.js';
import { plain } from '../../report/content/plain.js';
import { toneOf } from '../../report/content/tone.js';
import { number } from '../../report/html/cell.js';
import { html, type Markup } from '../../report/html/markup.js';
import { thresholds } from '../../report/html/thresholds.js';
import type { Estimate } from '../../result/result.js';
import type { Study } from '../../study/study.js';

const engines = ['theory', 'simulation'] as const;

/** What the change does: the verdict, and each measure as the report has it and as it would be. */
export function answerMarkup(before: Study, after: Study): Markup {
  const columns = engines.filter(engine => resultOf(after, engine));
  return html`${verdict(after)}
<div class="scroll" role="region" aria-label="what the change does" tabindex="0">
<table class="measures">
<caption>Every measure as reported and as it would be</caption>
<thead><tr><th scope="col">measure</th><th scope="col" class="number">as reported</th>
${columns.map(engine => html`<th scope="col" class="number"><span class="engine ${engine}" aria-hidden="true"></span>${columnTitles[engine]}<small>${modelOf(after, engine)}</small></th>\n`)}</tr></thead>
<tbody>${after.comparisons.map(({ measure, columns: found }) => {
    const label = measureLabel(measure);
    return html`
<tr data-measure="${measure}"><th scope="row">${label.name}${label.symbol ? html` <i>${label.symbol}</i>` : undefined}</th>
${number(label.unit, cellOf(reported(before, measure), []))}
${columns.map(engine => number(label.unit, cellOf(found[engine], [])))}</tr>`;
  })}</tbody>
</table>
</div>`;
}

const verdict = (study: Study): Markup | undefined =>
  study.verdict.length + study.thresholds.length === 0
    ? undefined
    : html`<div class="verdict ${toneOf(study)}">
${study.verdict.map((line, i) => html`<p${i === 0 ? html` class="first"` : undefined}>${plain(line, 1000)}</p>`)}
${thresholds(study)}
</div>`;

/** As asked, not as drawn or measured: that is what a what-if changes. */
function reported({ comparisons }: Study, wanted: string): Estimate | undefined {
  const columns = comparisons.find(({ measure }) => measure === wanted)?.columns;
  return columns?.theory ?? columns?.simulation;
}

const modelOf = (study: Study, engine: (typeof engines)[number]): string =>
  plain(resultOf(study, engine)?.model ?? '', 80);
