import type { Chart, Plugin } from 'chart.js';

/** What is drawn about one bar: its interval, in the units of the axis, and its text. */
export interface BarMark {
  readonly low?: number;
  readonly high?: number;
  readonly text?: string;
}

/** Draws an interval as a whisker and a short text beyond it, for every bar by dataset and index. */
export const barMarks = (marks: readonly (readonly (BarMark | undefined)[])[]): Plugin<'bar'> => ({
  id: 'barMarks',
  afterDatasetsDraw(chart) {
    marks.forEach((row, dataset) => {
      if (!chart.isDatasetVisible(dataset)) return;
      row.forEach((mark, index) => {
        const bar = chart.getDatasetMeta(dataset).data[index];
        if (mark && bar) draw(chart, { x: bar.x, y: bar.y }, mark);
      });
    });
  },
});

function draw(chart: Chart, { x, y }: { x: number; y: number }, { low, high, text }: BarMark): void {
  const { ctx, options, scales } = chart;
  const sideways = options.indexAxis === 'y';
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = String(options.color);
  let end = sideways ? x : y;
  if (low !== undefined && high !== undefined && !sideways) {
    const [bottom, top] = [scales.y.getPixelForValue(low), scales.y.getPixelForValue(high)];
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, bottom);
    ctx.lineTo(x, top);
    for (const edge of [bottom, top]) {
      ctx.moveTo(x - 4, edge);
      ctx.lineTo(x + 4, edge);
    }
    ctx.stroke();
    end = Math.min(end, top);
  }
  if (text !== undefined) {
    ctx.font = `11px ${chart.options.font?.family ?? 'sans-serif'}`;
    ctx.textAlign = sideways ? 'left' : 'center';
    ctx.textBaseline = sideways ? 'middle' : 'bottom';
    ctx.fillText(text, sideways ? end + 6 : x, sideways ? y : end - 3);
  }
  ctx.restore();
}
