import type { BarElement, Chart, Plugin } from 'chart.js';
import { textOn } from './colours.js';

/** What is drawn about one bar: its interval, in the units of the axis, and its text. */
export interface BarMark {
  readonly low?: number;
  readonly high?: number;
  readonly text?: string;
}

const textHeight = 11;

interface Marked {
  readonly bar: BarElement;
  readonly mark: BarMark;
}

/** Draws intervals as whiskers, and short texts in the bars or beyond them where every one has room; marks by dataset and index. */
export const barMarks = (marks: readonly (readonly (BarMark | undefined)[])[]): Plugin<'bar'> => ({
  id: 'barMarks',
  afterDatasetsDraw(chart) {
    const marked = marks.flatMap((row, dataset) =>
      chart.isDatasetVisible(dataset)
        ? row.flatMap((mark, index) => {
            const bar = chart.getDatasetMeta(dataset).data[index] as BarElement | undefined;
            return mark && bar ? [{ bar, mark }] : [];
          })
        : [],
    );
    const { ctx, options } = chart;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = String(options.color);
    ctx.lineWidth = 1.5;
    ctx.font = `${textHeight}px ${options.font?.family ?? 'sans-serif'}`;
    const roomy = marked.every(({ bar, mark }) => fits(chart, bar, mark));
    for (const each of marked) {
      drawWhisker(chart, each);
      if (roomy) drawText(chart, each);
    }
    ctx.restore();
  },
});

const sideways = ({ options }: Chart): boolean => options.indexAxis === 'y';

/** A text may be as wide as its bar and a little of the gap to the next. */
function fits(chart: Chart, bar: BarElement, { text = '' }: BarMark): boolean {
  const { width } = bar.getProps(['width'], true);
  return sideways(chart) || chart.ctx.measureText(text).width <= 1.1 * width;
}

function drawWhisker(chart: Chart, { bar, mark: { low, high } }: Marked): void {
  if (low === undefined || high === undefined || sideways(chart)) return;
  const { ctx, scales } = chart;
  const ends = [scales.y.getPixelForValue(low), scales.y.getPixelForValue(high)];
  ctx.beginPath();
  ctx.moveTo(bar.x, ends[0]);
  ctx.lineTo(bar.x, ends[1]);
  for (const end of ends) {
    ctx.moveTo(bar.x - 4, end);
    ctx.lineTo(bar.x + 4, end);
  }
  ctx.stroke();
}

function drawText(chart: Chart, { bar, mark: { low, high, text } }: Marked): void {
  if (text === undefined) return;
  const { ctx, scales, chartArea } = chart;
  if (sideways(chart)) {
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(text, bar.x + 6, bar.y);
    return;
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  const foot = scales.y.getPixelForValue(0) - 4;
  const lowest = low === undefined ? bar.y : Math.max(bar.y, scales.y.getPixelForValue(low));
  if (foot - lowest > textHeight + 3) {
    // At its foot the number is that of the bar; above a long whisker it would seem to be that of the whisker's end.
    ctx.save();
    ctx.fillStyle = textOn(String(bar.options.backgroundColor));
    ctx.fillText(text, bar.x, foot);
    ctx.restore();
    return;
  }
  const top = high === undefined ? bar.y : Math.min(bar.y, scales.y.getPixelForValue(high));
  ctx.fillText(text, bar.x, Math.max(top - 3, chartArea.top + textHeight));
}
