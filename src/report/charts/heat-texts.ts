import type { BarElement, Plugin } from 'chart.js';
import { textOn } from './colours.js';

/** Writes a short text into each bar of a stack, by dataset and index, where every one has room. */
export const heatTexts = (texts: readonly (readonly string[])[]): Plugin<'bar'> => ({
  id: 'heatTexts',
  afterDatasetsDraw(chart) {
    const { ctx, options } = chart;
    ctx.save();
    ctx.font = `11px ${options.font?.family ?? 'sans-serif'}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const written = texts.flatMap((row, dataset) =>
      row.map((text, index) => {
        const bar = chart.getDatasetMeta(dataset).data[index] as BarElement;
        const { width, height } = bar.getProps(['width', 'height'], true);
        const roomy = ctx.measureText(text).width <= width - 4 && height >= 13;
        return { text, bar, roomy, y: bar.y + height / 2, background: String(bar.options.backgroundColor) };
      }),
    );
    if (written.every(({ roomy }) => roomy)) {
      for (const { text, bar, y, background } of written) {
        ctx.fillStyle = textOn(background);
        ctx.fillText(text, bar.x, y);
      }
    }
    ctx.restore();
  },
});
