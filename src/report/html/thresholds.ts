import type { Study } from '../../study/study.js';
import { judgedBy, thresholdMeasures } from '../content/facts.js';
import { plain } from '../content/plain.js';
import { html, type Markup } from './markup.js';

const words = { pass: 'passed', fail: 'failed', inconclusive: 'undecided' } as const;

export function thresholds(study: Study): Markup {
  if (study.thresholds.length === 0) return html``;
  const about = thresholdMeasures(study);
  return html`<ul class="thresholds" aria-label="thresholds">
${study.thresholds.map((threshold, i) => {
  const by = judgedBy(threshold, about[i]);
  return html`<li><span class="badge ${threshold.outcome}">${words[threshold.outcome]}</span> <code>${plain(threshold.text)}</code>${by ? html` <span class="by">${by}</span>` : undefined}</li>\n`;
})}</ul>`;
}
