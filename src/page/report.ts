import type { Study } from '../study/study.js';
import { drawCharts, redraw } from './charts.js';
import { registerParts } from './parts.js';
import { startWhatIf } from './what-if/panel.js';

/**
 * Draws the charts of the study that the page holds, again whenever its colours change, and answers what-ifs.
 * @param program of the page itself
 */
export function startReport(program: string): void {
  const study: Study = JSON.parse(document.getElementById('study')?.textContent ?? '');
  registerParts();
  drawCharts(document, study);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw());
  addEventListener('beforeprint', () => redraw('paper'));
  addEventListener('afterprint', () => redraw());
  const panel = document.getElementById('what-if');
  if (panel) startWhatIf(panel, study, program);
  performance.mark('sojourn-ready');
}
