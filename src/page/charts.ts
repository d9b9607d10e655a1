import { Chart, type ChartConfiguration } from 'chart.js';
import { type ChartConfig, type ChartName, charts } from '../report/charts/index.js';
import type { Study } from '../study/study.js';
import { equip } from './figure/tools.js';

interface Drawn {
  readonly study: Study;
  readonly remove: () => void;
}

const drawn = new Map<HTMLCanvasElement, Drawn>();

/** Draws the study into each canvas that names a chart; those it has no data for are left empty. */
export function drawCharts(root: ParentNode, study: Study): void {
  const style = getComputedStyle(document.body);
  Chart.defaults.color = style.color;
  Chart.defaults.borderColor = style.getPropertyValue('--line');
  Chart.defaults.font.family = style.fontFamily;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    drawn.get(canvas)?.remove();
    drawn.delete(canvas);
    const config = charts[canvas.dataset.chart as ChartName].config(study);
    if (!config) continue;
    const chart = new Chart(canvas, untitled(config));
    const unequip = equip(canvas, chart, config);
    const remove = () => {
      unequip();
      chart.destroy();
    };
    drawn.set(canvas, { study, remove });
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
