import { Chart, type ChartConfiguration } from 'chart.js';
import { type ChartConfig, type ChartName, charts } from '../report/charts/index.js';
import type { Study } from '../study/study.js';
import { registerParts } from './parts.js';

/** Draws the charts of the study that the page holds, and again whenever the colours of the page change. */
const study: Study = JSON.parse(document.getElementById('study')?.textContent ?? '');
const canvases = [...document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')];
let drawn: Chart[] = [];

registerParts();
draw();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
addEventListener('beforeprint', draw);
addEventListener('afterprint', draw);

function draw(): void {
  for (const chart of drawn) chart.destroy();
  const style = getComputedStyle(document.body);
  Chart.defaults.color = style.color;
  Chart.defaults.borderColor = style.getPropertyValue('--line');
  Chart.defaults.font.family = style.fontFamily;
  drawn = canvases.flatMap(canvas => {
    const config = charts[canvas.dataset.chart as ChartName].config(study);
    return config ? [new Chart(canvas, untitled(config))] : [];
  });
}

/** The page has its own headings. */
function untitled({ options, ...config }: ChartConfig): ChartConfiguration {
  const plugins = { ...options?.plugins, title: { display: false }, subtitle: { display: false } };
  return { ...config, options: { ...options, plugins } } as ChartConfiguration;
}
