import type { Plugin } from 'chart.js';

/** Writes a short text beside the points of a line, on the side where the line falls, and not over the text before. */
export const pointLabels = (texts: readonly (readonly (string | undefined)[])[]): Plugin<'line'> => ({
  id: 'pointLabels',
  afterDatasetsDraw(chart) {
    const { ctx, options, chartArea } = chart;
    ctx.save();
    ctx.fillStyle = String(options.color);
    ctx.font = `12px ${options.font?.family ?? 'sans-serif'}`;
    ctx.textBaseline = 'bottom';
    for (const [dataset, row] of texts.entries()) {
      if (!chart.isDatasetVisible(dataset)) continue;
      let end = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
      const { data } = chart.getDatasetMeta(dataset);
      for (const [i, { x, y }] of data.entries()) {
        const text = row[i];
        if (text === undefined) continue;
        const { width } = ctx.measureText(text);
        const rises = i + 1 < data.length && data[i + 1].y < y;
        const left = rises ? x - 7 - width : Math.min(x + 7, chartArea.right - width);
        const bottom = Math.max(y - 5, chartArea.top + 12);
        if (Math.abs(left - end.x) < width && Math.abs(bottom - end.y) < 14) continue;
        ctx.fillText(text, left, bottom);
        end = { x: left, y: bottom };
      }
    }
    ctx.restore();
  },
});
