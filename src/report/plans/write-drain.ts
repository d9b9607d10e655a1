import { basename, join, resolve } from 'node:path';
import type { DrainReport } from '../../study/run-drain.js';
import { drainCurve } from '../charts/drain-curve.js';
import { upsetInWords } from '../content/upset.js';
import { resultFolder, writeFiles } from '../files.js';
import { encodePlan } from '../json.js';
import type { ImageKind } from '../png/drawing.js';

/** Writes the recovery below the scenario's results, document and chart. @returns the paths, and what could not be made */
export async function writeDrain(
  report: DrainReport,
  out: string,
  kind: ImageKind = 'png',
): Promise<{ files: string[]; warnings: string[] }> {
  const config = drainCurve(report);
  const about = `Who waits after ${upsetInWords(report.upset)}`;
  const { drawAll } = await import('../png/index.js');
  const { images, warning } = await drawAll(config ? [{ name: 'backlog', about, config }] : [], { kind });
  const home = resultFolder(report.scenario.name, out);
  const contents = [
    ...images.map(({ name, content }) => ({ path: `${name}.${kind}`, content })),
    { path: 'drain.json', content: encodePlan(report) },
  ];
  const stale = images.length > 0 ? [] : [`backlog.${kind}`];
  await writeFiles(join(home, 'drain'), contents, stale);
  const below = `${basename(resolve(out))}/${basename(home)}/drain`;
  return {
    files: contents.map(({ path }) => `${below}/${path}`),
    warnings: warning === undefined ? [] : [warning],
  };
}
