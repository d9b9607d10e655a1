import { createRequire } from 'node:module';
import type { ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { ChartConfig } from '../charts/index.js';

export interface Renderer {
  readonly draw: (config: ChartConfig) => Promise<Uint8Array>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels of the image for each of width and height; 2 stays crisp on any screen. */
  readonly density: number;
}

const usual: Size = { width: 900, height: 520, density: 2 };

const family = 'DejaVu Sans';
const fontFiles = [
  ['DejaVuSans.ttf', 'normal'],
  ['DejaVuSans-Bold.ttf', 'bold'],
] as const;

/** Draws charts as PNG with fonts of its own, so that every machine gives the same picture. */
export function makeRenderer({ width, height, density }: Size = usual): Renderer {
  const canvas = new ChartJSNodeCanvas({
    width,
    height,
    backgroundColour: '#ffffff',
    chartCallback: ({ defaults }) => {
      defaults.font.family = family;
      defaults.color = '#1f2937';
      defaults.borderColor = '#e2e5ea';
      defaults.devicePixelRatio = density;
      defaults.responsive = false;
    },
  });
  const { resolve } = createRequire(import.meta.url);
  for (const [file, weight] of fontFiles) {
    canvas.registerFont(resolve(`dejavu-fonts-ttf/ttf/${file}`), { family, weight });
  }
  return { draw: async config => canvas.renderToBuffer(fixed(config)) };
}

/** On paper nothing resizes. */
const fixed = ({ options, ...config }: ChartConfig): ChartConfiguration =>
  ({ ...config, options: { ...options, responsive: false } }) as ChartConfiguration;
