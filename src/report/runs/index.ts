import { basename, resolve } from 'node:path';
import { writeFiles } from '../files.js';
import { built } from '../html/index.js';
import { generatorOf } from '../html/page.js';
import type { FoundRun } from './found.js';
import { overviewOf } from './overview.js';
import { renderOverview } from './page.js';

/** Writes `index.html` over the runs into the folder of the results; its path, as studies name their files. */
export async function writeOverview(results: string, runs: readonly FoundRun[]): Promise<string> {
  const generators = [...new Set(runs.map(({ study }) => generatorOf(study.provenance)))];
  const page = renderOverview(overviewOf(runs), built('browser.css'), generators.join(', '));
  await writeFiles(results, [{ path: 'index.html', content: page }], []);
  return `${basename(resolve(results))}/index.html`;
}
