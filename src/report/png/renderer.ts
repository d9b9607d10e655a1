import { createRequire } from 'node:module';
import type { ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { ChartConfig } from '../charts/index.js';
import type { Look, Renderer } from './drawing.js';
import { smallSvg } from './svg.js';

const family = 'DejaVu Sans';
const fontFiles = [
  ['DejaVuSans.ttf', 'normal'],
  ['DejaVuSans-Bold.ttf', 'bold'],
] as const;

/** Draws charts with fonts of its own, so that every machine gives the same picture. */
export function makeRenderer({ kind = 'png', width = 900, height = 520, density = 2 }: Look = {}): Renderer {
  const canvas = new ChartJSNodeCanvas({
    width,
    height,
    ...(kind === 'svg' && { type: kind }),
    backgroundColour: '#ffffff',
    chartCallback: ({ defaults }) => {
      defaults.font.family = family;
      defaults.color = '#1f2937';
      defaults.borderColor = '#e2e5ea';
      defaults.devicePixelRatio = kind === 'svg' ? 1 : density;
      defaults.responsive = false;
    },
  });
  const { resolve } = createRequire(import.meta.url);
  for (const [file, weight] of fontFiles) {
    canvas.registerFont(resolve(`dejavu-fonts-ttf/ttf/${file}`), { family, weight });
  }
  return {
    draw: async ({ config, about = '' }) =>
      kind === 'png'
        ? canvas.renderToBuffer(fixed(config))
        : smallSvg(canvas.renderToBufferSync(fixed(config), 'image/svg+xml').toString('utf8'), about),
  };
}

/** On paper nothing resizes. */
const fixed = ({ options, ...config }: ChartConfig): ChartConfiguration =>
  ({ ...config, options: { ...options, responsive: false } }) as ChartConfiguration;
