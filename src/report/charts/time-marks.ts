import type { Plugin } from 'chart.js';

/** A moment, or a time, of the level axis and its name. */
export interface TimeMark {
  readonly from: number;
  readonly to?: number;
  readonly text: string;
}

const textHeight = 12;

/** Draws moments as dashed lines and times as shades, behind the curves, each named at its top. */
export const timeMarks = (marks: readonly TimeMark[]): Plugin<'line'> => ({
  id: 'timeMarks',
  beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales: { x } }) {
    ctx.save();
    ctx.setLineDash([5, 4]);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = '#8a8f98';
    ctx.fillStyle = '#8a8f9833';
    for (const { from, to = from } of marks.filter(({ from }) => from <= x.max && from >= x.min)) {
      const [start, end] = [x.getPixelForValue(from), Math.min(x.getPixelForValue(to), right)];
      ctx.fillRect(Math.max(start, left), top, end - start, bottom - top);
      ctx.beginPath();
      ctx.moveTo(start, top);
      ctx.lineTo(start, bottom);
      ctx.stroke();
    }
    ctx.restore();
  },
  afterDatasetsDraw({ ctx, options, chartArea: { right, top }, scales: { x } }) {
    ctx.save();
    ctx.fillStyle = String(options.color);
    ctx.font = `${textHeight}px ${options.font?.family ?? 'sans-serif'}`;
    ctx.textBaseline = 'top';
    // Below one another where they would lie over one another.
    const ends: number[] = [];
    for (const { from, text } of marks.filter(({ from }) => from <= x.max && from >= x.min)) {
      const { width } = ctx.measureText(text);
      const at = x.getPixelForValue(from);
      const start = at + 5 + width > right ? at - 5 - width : at + 5;
      const free = ends.findIndex(end => end < start);
      const line = free < 0 ? ends.length : free;
      ends[line] = start + width + 8;
      ctx.fillText(text, start, top + 3 + line * (textHeight + 3));
    }
    ctx.restore();
  },
});
