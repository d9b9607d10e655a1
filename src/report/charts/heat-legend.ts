import type { Plugin } from 'chart.js';
import { heatColour } from './colours.js';

export interface HeatLegend {
  /** The measure with its unit. */
  readonly title: string;
  /** From 0, the palest, to 1. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

const steps = 48;

/** Draws the scale of colours right of the chart, where the layout has left room. */
export const heatLegend = ({ title, marks }: HeatLegend): Plugin<'bar'> => ({
  id: 'heatLegend',
  afterDraw({ ctx, chartArea: { right, top, bottom }, options }) {
    const [left, height] = [right + 50, bottom - top];
    const at = (share: number) => bottom - share * height;
    ctx.save();
    for (let i = 0; i < steps; i++) {
      ctx.fillStyle = heatColour((i + 0.5) / steps);
      ctx.fillRect(left, at((i + 1) / steps), 14, height / steps + 0.5);
    }
    ctx.fillStyle = String(options.color);
    const family = options.font?.family ?? 'sans-serif';
    ctx.font = `11px ${family}`;
    ctx.textBaseline = 'middle';
    for (const { at: share, text } of marks) ctx.fillText(text, left + 19, at(share));
    ctx.translate(left - 12, (top + bottom) / 2);
    ctx.rotate(-Math.PI / 2);
    ctx.textAlign = 'center';
    ctx.font = `12px ${family}`;
    ctx.fillText(title, 0, 0);
    ctx.restore();
  },
});
