import { playsTrace } from '../../scenario/plays-trace.js';
import type { Study } from '../../study/study.js';
import { plain, title } from '../content/plain.js';
import { tableOf } from '../content/table.js';
import { toneOf } from '../content/tone.js';
import { checks } from './checks.js';
import { htmlDocument, type PackedScript } from './document.js';
import { figures } from './figures.js';
import { forDrawing } from './for-drawing.js';
import { gaps, parts } from './gap.js';
import { html, type Markup } from './markup.js';
import { facts, sources, unanswered, warnings } from './notes.js';
import { partTables } from './part-table.js';
import { measures } from './table.js';
import { thresholds } from './thresholds.js';

/** Program and style sheet of the page. */
export interface Assets {
  readonly script: PackedScript;
  readonly style: string;
}

/** The page: it holds everything it shows, and its policy lets it load and run nothing else. */
export function renderPage(study: Study, { script, style }: Assets): string {
  const table = tableOf(study);
  const { name, description } = study.scenario;
  return htmlDocument({
    title: title(name),
    generator: generatorOf(study.provenance),
    style,
    data: { study: forDrawing(study) },
    script,
    body: html`<header>
<h1>${title(name)}</h1>
${description ? html`<p class="description">${plain(description)}</p>` : undefined}
</header>
<main>
<section class="verdict ${toneOf(study)}" aria-label="verdict">
${study.verdict.map((line, i) => html`<p${i === 0 ? html` class="first"` : undefined}>${plain(line, 1000)}</p>`)}
${thresholds(study)}
</section>
${warnings(study)}
${measures(table)}
${partTables(study)}
${whatIf(study)}
${figures(study)}
${[gaps(study), parts(study), checks(study), unanswered(study), sources(table), facts(study)]}
</main>`,
  });
}

export const generatorOf = ({ tool, version }: Study['provenance']): string => `${tool} ${version}`;

/** A place for what the program of the page makes; it has no files, so a log cannot be played there. */
const whatIf = ({ scenario, provenance }: Study): Markup =>
  playsTrace(scenario)
    ? html`<section>
<h2>What if</h2>
<p class="note">This scenario plays a log, which the page does not hold. On the command line: <code>${plain(provenance.command, 300)} --set servers=3</code></p>
</section>`
    : html`<section id="what-if" aria-label="what if" hidden>
<h2>What if</h2>
<p class="note">Change the scenario: theory and simulation answer here, in the page, by the same program and the same seed as on the command line. The address of the page keeps what you change.</p>
</section>`;
