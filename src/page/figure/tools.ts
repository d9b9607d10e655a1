import type { Chart } from 'chart.js';
import type { LineChart } from '../../report/charts/chart.js';
import { type ChartConfig, type ChartName, charts } from '../../report/charts/index.js';
import { html } from '../../report/html/markup.js';
import { toggleLog } from './log-scale.js';
import { numbersTable } from './numbers.js';
import { Zoom } from './zoom.js';

/** Below a chart: its scale, its range and its numbers, for mouse and keyboard. @returns what takes them away again */
export function equip(canvas: HTMLCanvasElement, chart: Chart, config: ChartConfig): () => void {
  const { title, tools = [] } = charts[canvas.dataset.chart as ChartName];
  const ended = new AbortController();
  const place = document.createElement('div');
  place.className = 'tools';
  place.innerHTML = html`${
    tools.includes('log')
      ? html`<button type="button" data-do="log" aria-pressed="${String(chart.scales.y.type === 'logarithmic')}">Log scale</button>`
      : undefined
  }${tools.includes('zoom') ? zoomButtons : undefined}
<details><summary>Numbers</summary><div class="scroll" role="region" aria-label="${title}: numbers" tabindex="0"></div></details>`.text;
  (canvas.closest('.canvas') ?? canvas).after(place);

  const zoom = new Zoom(chart);
  if (tools.includes('zoom')) zoom.follow(canvas, ended.signal);
  const actions = {
    log: (button: HTMLElement) =>
      button.setAttribute('aria-pressed', String(toggleLog(chart, config as LineChart))),
    nearer: () => zoom.by(2),
    farther: () => zoom.by(0.5),
    back: () => zoom.move(-0.5),
    on: () => zoom.move(0.5),
    whole: () => zoom.reset(),
  };
  place.addEventListener('click', ({ target }) => {
    const button = target as HTMLElement;
    actions[button.dataset.do as keyof typeof actions]?.(button);
  });
  const details = place.querySelector('details') as HTMLDetailsElement;
  details.addEventListener('toggle', () => {
    const box = details.querySelector('.scroll') as HTMLElement;
    if (details.open && box.childElementCount === 0) box.innerHTML = numbersTable(chart, title).text;
  });
  return () => {
    ended.abort();
    place.remove();
  };
}

const zoomButtons = html`<span role="group" aria-label="range of the level axis"><button type="button" data-do="nearer" aria-label="nearer">+</button><button type="button" data-do="farther" aria-label="farther">−</button><button type="button" data-do="back" aria-label="back">←</button><button type="button" data-do="on" aria-label="on">→</button><button type="button" data-do="whole">Whole</button></span>`;
