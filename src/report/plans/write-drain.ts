import { basename, join, resolve } from 'node:path';
import type { DrainReport } from '../../study/run-drain.js';
import { drainCurve } from '../charts/drain-curve.js';
import { resultFolder, writeFiles } from '../files.js';
import { encodePlan } from '../json.js';

/** Writes the recovery below the scenario's results, document and chart. @returns the paths, and what could not be made */
export async function writeDrain(
  report: DrainReport,
  out: string,
): Promise<{ files: string[]; warnings: string[] }> {
  const config = drainCurve(report);
  const { drawAll } = await import('../png/index.js');
  const { images, warning } = await drawAll(config ? [{ name: 'backlog', config }] : []);
  const home = resultFolder(report.scenario.name, out);
  const contents = [
    ...images.map(({ name, content }) => ({ path: `${name}.png`, content })),
    { path: 'drain.json', content: encodePlan(report) },
  ];
  const stale = images.length > 0 ? [] : ['backlog.png'];
  await writeFiles(join(home, 'drain'), contents, stale);
  const below = `${basename(resolve(out))}/${basename(home)}/drain`;
  return {
    files: contents.map(({ path }) => `${below}/${path}`),
    warnings: warning === undefined ? [] : [warning],
  };
}
