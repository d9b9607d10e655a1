import { Chart, type ChartConfiguration } from 'chart.js';
import { type ChartConfig, type ChartName, charts } from '../report/charts/index.js';
import type { Study } from '../study/study.js';

const drawn = new Map<HTMLCanvasElement, { readonly chart: Chart; readonly study: Study }>();

/** Draws the study into each canvas that names a chart; those it has no data for are left empty. */
export function drawCharts(root: ParentNode, study: Study): void {
  const style = getComputedStyle(document.body);
  Chart.defaults.color = style.color;
  Chart.defaults.borderColor = style.getPropertyValue('--line');
  Chart.defaults.font.family = style.fontFamily;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    drawn.get(canvas)?.chart.destroy();
    drawn.delete(canvas);
    const config = charts[canvas.dataset.chart as ChartName].config(study);
    if (config) drawn.set(canvas, { chart: new Chart(canvas, untitled(config)), study });
  }
}

/** Draws everything anew in the colours that the page now has. */
export function redraw(): void {
  for (const [canvas, { study }] of [...drawn]) {
    const figure = canvas.parentElement;
    if (figure) drawCharts(figure, study);
  }
}

/** The page has its own headings. */
function untitled({ options, ...config }: ChartConfig): ChartConfiguration {
  const plugins = { ...options?.plugins, title: { display: false }, subtitle: { display: false } };
  return { ...config, options: { ...options, plugins } } as ChartConfiguration;
}
