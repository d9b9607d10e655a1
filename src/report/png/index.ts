import type { Study } from '../../study/study.js';
import { type ChartConfig, charts } from '../charts/index.js';
import type { Renderer } from './renderer.js';

export interface Image {
  readonly name: string;
  readonly png: Uint8Array;
}

export interface Drawn {
  readonly images: readonly Image[];
  /** Why there are none. */
  readonly warning?: string;
}

/** Draws every chart that the study has the data for. Without the drawing package there are no images, and it says so. */
export async function drawCharts(study: Study, load = () => import('./renderer.js')): Promise<Drawn> {
  const configs = Object.entries(charts).flatMap(([name, { config }]) => {
    const drawable = config(study);
    return drawable ? [{ name, config: drawable }] : [];
  });
  return drawAll(configs, load);
}

/** Draws the configurations, each under its name. */
export async function drawAll(
  configs: readonly { readonly name: string; readonly config: ChartConfig }[],
  load = () => import('./renderer.js'),
): Promise<Drawn> {
  if (configs.length === 0) return { images: [] };
  const renderer = await rendererOrReason(load);
  if (typeof renderer === 'string') return { images: [], warning: renderer };
  const images: Image[] = [];
  for (const { name, config } of configs) images.push({ name, png: await renderer.draw(config) });
  return { images };
}

async function rendererOrReason(load: () => Promise<{ makeRenderer: () => Renderer }>) {
  try {
    const { makeRenderer } = await load();
    return makeRenderer();
  } catch (error) {
    if (!isMissing(error)) throw error;
    return (
      `no PNG charts: a package they are drawn with could not be loaded (${firstLine(error)}); ` +
      'report.html has the charts all the same. To have them: npm install chartjs-node-canvas canvas'
    );
  }
}

/** An optional package that is not there, or is there without its binary for this machine. */
const isMissing = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(String(error.code));

const firstLine = ({ message }: Error): string => message.split('\n')[0];
