import type { ChartConfig } from '../charts/index.js';

/** A chart to draw, and what is said of it to those who cannot see it. */
export interface Drawing {
  readonly name: string;
  readonly about?: string;
  readonly config: ChartConfig;
}

export interface Renderer {
  readonly draw: (drawing: Omit<Drawing, 'name'>) => Promise<Uint8Array | string>;
}

export type ImageKind = 'png' | 'svg';

export interface Look {
  readonly kind?: ImageKind;
  readonly width?: number;
  readonly height?: number;
  /** Pixels of a PNG for each of width and height; 2 stays crisp on any screen. */
  readonly density?: number;
}
