import { basename, join, resolve } from 'node:path';
import type { ChartConfig } from '../charts/chart.js';
import { resultFolder, writeFiles } from '../files.js';
import { encodePlan } from '../json.js';
import type { ImageKind } from '../png/drawing.js';

interface PlanChart {
  /** Of its file. */
  readonly name: string;
  /** For readers who cannot see it. */
  readonly about: string;
  /** Undefined where there is nothing to draw. */
  readonly config: ChartConfig | undefined;
}

interface Where {
  /** The verb, whose folder it is. */
  readonly plan: string;
  readonly scenario: string;
  readonly out: string;
  readonly kind: ImageKind;
}

/** Writes a plan below its scenario's results, document and chart. @returns the paths, and what could not be made */
export async function writePlan(
  report: object,
  { name, about, config }: PlanChart,
  { plan, scenario, out, kind }: Where,
): Promise<{ files: string[]; warnings: string[] }> {
  const { drawAll } = await import('../png/index.js');
  const { images, warning } = await drawAll(config ? [{ name, about, config }] : [], { kind });
  const home = resultFolder(scenario, out);
  const contents = [
    ...images.map(({ content }) => ({ path: `${name}.${kind}`, content })),
    { path: `${plan}.json`, content: encodePlan(report) },
  ];
  const stale = images.length > 0 ? [] : [`${name}.${kind}`];
  await writeFiles(join(home, plan), contents, stale);
  const below = `${basename(resolve(out))}/${basename(home)}/${plan}`;
  return {
    files: contents.map(({ path }) => `${below}/${path}`),
    warnings: warning === undefined ? [] : [warning],
  };
}
