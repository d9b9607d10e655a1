import type { Chart } from 'chart.js';

/** So far a pointer moves before it draws a range; less is a click. */
const leastPixels = 8;

/** What part of its level axis a chart shows. */
export class Zoom {
  readonly #chart: Chart;
  readonly #whole: { readonly min: number; readonly max: number };

  constructor(chart: Chart) {
    this.#chart = chart;
    const { min, max } = chart.scales.x;
    this.#whole = { min, max };
  }

  /** Brings the axis `factor` times as near, about its middle. */
  by(factor: number): void {
    const { min, max } = this.#chart.scales.x;
    const [middle, half] = [(min + max) / 2, (max - min) / 2 / factor];
    this.#show(middle - half, middle + half);
  }

  /** Moves by a share of what is shown. */
  move(share: number): void {
    const { min, max } = this.#chart.scales.x;
    const step = share * (max - min);
    const room = step < 0 ? this.#whole.min - min : this.#whole.max - max;
    const by = step < 0 ? Math.max(step, room) : Math.min(step, room);
    this.#show(min + by, max + by);
  }

  reset(): void {
    this.#show(this.#whole.min, this.#whole.max);
  }

  #show(min: number, max: number): void {
    const { x } = this.#chart.options.scales as Record<string, { min?: number; max?: number }>;
    const whole = this.#whole;
    x.min = Math.max(whole.min, min);
    x.max = Math.min(whole.max, max);
    this.#chart.update('none');
  }

  /** A range that is drawn with the pointer is shown whole; a double click goes back. `signal` ends it. */
  follow(canvas: HTMLCanvasElement, signal: AbortSignal): void {
    const mark = document.createElement('div');
    mark.className = 'range';
    mark.hidden = true;
    canvas.after(mark);
    signal.addEventListener('abort', () => mark.remove());
    let from: number | undefined;
    const inside = (offset: number): number => {
      const { left, right } = this.#chart.chartArea;
      return Math.min(Math.max(offset, left), right);
    };
    const on = (type: string, listener: (event: PointerEvent) => void) =>
      canvas.addEventListener(type, event => listener(event as PointerEvent), { signal });
    on('pointerdown', event => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      from = inside(event.offsetX);
      canvas.setPointerCapture(event.pointerId);
    });
    on('pointermove', event => {
      if (from === undefined) return;
      const to = inside(event.offsetX);
      const { top, height } = this.#chart.chartArea;
      mark.hidden = Math.abs(to - from) < leastPixels;
      mark.style.left = `${Math.min(from, to)}px`;
      mark.style.width = `${Math.abs(to - from)}px`;
      mark.style.top = `${top}px`;
      mark.style.height = `${height}px`;
    });
    on('pointerup', event => {
      if (from === undefined) return;
      const ends = [from, inside(event.offsetX)].sort((a, b) => a - b);
      from = undefined;
      mark.hidden = true;
      const { x } = this.#chart.scales;
      if (ends[1] - ends[0] >= leastPixels)
        this.#show(x.getValueForPixel(ends[0]) ?? x.min, x.getValueForPixel(ends[1]) ?? x.max);
    });
    on('pointercancel', () => {
      from = undefined;
      mark.hidden = true;
    });
    on('dblclick', () => this.reset());
  }
}
