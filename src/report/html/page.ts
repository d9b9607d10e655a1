import { createHash } from 'node:crypto';
import type { Study } from '../../study/study.js';
import { plain, title } from '../content/plain.js';
import { tableOf } from '../content/table.js';
import { checks } from './checks.js';
import { figures } from './figures.js';
import { gaps, parts } from './gap.js';
import { html, json, type Markup, raw } from './markup.js';
import { facts, sources, unanswered, warnings } from './notes.js';
import { partTables } from './part-table.js';
import { measures } from './table.js';
import { thresholds } from './thresholds.js';

/** Program and style sheet of the page. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** The page: it holds everything it shows, and its policy lets it load and run nothing else. */
export function renderPage(study: Study, assets: Assets): string {
  const script = raw(assets.script, 'script');
  const style = raw(assets.style, 'style');
  const table = tableOf(study);
  const { name, description } = study.scenario;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${study.provenance.tool} ${study.provenance.version}">
<link rel="icon" href="data:,">
<title>${title(name)} · sojourn</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title(name)}</h1>
${description ? html`<p class="description">${plain(description)}</p>` : undefined}
</header>
<main>
<section class="verdict" aria-label="verdict">
${study.verdict.map((line, i) => html`<p${i === 0 ? html` class="first"` : undefined}>${plain(line, 1000)}</p>`)}
${thresholds(study)}
</section>
${[warnings(study), unanswered(study)]}
${measures(table)}
${partTables(study)}
${figures(study)}
${[gaps(study), parts(study), checks(study), sources(table), facts(study)]}
</main>
<script type="application/json" id="study">${json(study)}</script>
<script>${script}</script>
</body>
</html>
`;
  return page.text;
}

/** Only this very program and this very style sheet. */
const policy = (script: Markup, style: Markup): string =>
  [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const digest = ({ text }: Markup): string =>
  `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
