import { Chart, type ChartConfiguration } from 'chart.js';
import { type ChartConfig, type ChartName, charts } from '../report/charts/index.js';
import type { Study } from '../study/study.js';
import { equip } from './figure/tools.js';

interface Drawn {
  readonly study: Study;
  readonly remove: () => void;
}

/** Where the charts are drawn: on paper two stand side by side, black on white, in finer points than those of a screen. */
export type Medium = 'screen' | 'paper';
const paper = { width: 330, height: 300, density: 2, text: '#1b1f27', line: '#dfe3e8' } as const;

const drawn = new Map<HTMLCanvasElement, Drawn>();

/** Draws the study into each canvas that names a chart; those it has no data for are left empty. */
export function drawCharts(root: ParentNode, study: Study, medium: Medium = 'screen'): void {
  const style = getComputedStyle(document.body);
  const onPaper = medium === 'paper';
  Chart.defaults.color = onPaper ? paper.text : style.color;
  Chart.defaults.borderColor = onPaper ? paper.line : style.getPropertyValue('--line');
  Chart.defaults.devicePixelRatio = onPaper ? paper.density : devicePixelRatio;
  Chart.defaults.font.family = style.fontFamily;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    drawn.get(canvas)?.remove();
    drawn.delete(canvas);
    const config = charts[canvas.dataset.chart as ChartName].config(study);
    if (!config) continue;
    const chart = new Chart(canvas, untitled(config));
    if (onPaper) chart.resize(paper.width, paper.height);
    const unequip = equip(canvas, chart, config);
    const remove = () => {
      unequip();
      chart.destroy();
    };
    drawn.set(canvas, { study, remove });
  }
}

/** Draws everything anew: for paper, or in the colours that the page now has. */
export function redraw(medium?: Medium): void {
  for (const [canvas, { study }] of [...drawn]) {
    const figure = canvas.parentElement;
    if (figure) drawCharts(figure, study, medium);
  }
}

/** The page has its own headings. */
function untitled({ options, ...config }: ChartConfig): ChartConfiguration {
  const plugins = { ...options?.plugins, title: { display: false }, subtitle: { display: false } };
  return { ...config, options: { ...options, plugins } } as ChartConfiguration;
}
