import type { Study } from '../../study/study.js';
import { charts } from '../charts/index.js';
import { title } from '../content/plain.js';
import type { Drawing, Look, Renderer } from './drawing.js';

export interface Image {
  readonly name: string;
  readonly content: Uint8Array | string;
}

export interface Drawn {
  readonly images: readonly Image[];
  /** Why there are none. */
  readonly warning?: string;
}

export interface DrawOptions extends Look {
  readonly load?: () => Promise<{ makeRenderer: (look: Look) => Renderer }>;
}

/** Draws every chart that the study has the data for. Without the drawing package there are no images, and it says so. */
export async function drawCharts(study: Study, options: DrawOptions = {}): Promise<Drawn> {
  const drawings = Object.entries(charts).flatMap(([name, { config, ...chart }]) => {
    const drawable = config(study);
    const about = `${chart.title}, ${title(study.scenario.name)}. ${chart.about}`;
    return drawable ? [{ name, about, config: drawable }] : [];
  });
  return drawAll(drawings, options);
}

/** Draws the configurations, each under its name. */
export async function drawAll(
  drawings: readonly Drawing[],
  { load = () => import('./renderer.js'), ...look }: DrawOptions = {},
): Promise<Drawn> {
  if (drawings.length === 0) return { images: [] };
  const renderer = await rendererOrReason(load, look);
  if (typeof renderer === 'string') return { images: [], warning: renderer };
  // While one is drawn, threads pack the others.
  const images = await Promise.all(
    drawings.map(async ({ name, ...drawing }) => ({ name, content: await renderer.draw(drawing) })),
  );
  return { images };
}

async function rendererOrReason(load: NonNullable<DrawOptions['load']>, look: Look) {
  try {
    const { makeRenderer } = await load();
    return makeRenderer(look);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return (
      `no images of the charts: a package they are drawn with could not be loaded (${firstLine(error)}); ` +
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
