import { basename, join, resolve } from 'node:path';
import type { SweepReport } from '../../study/run-sweep.js';
import { heatMap } from '../charts/heat-map.js';
import { sweepChart } from '../charts/sweep.js';
import { sweepCost } from '../charts/sweep-cost.js';
import { measureLabel } from '../content/measure-label.js';
import { plain } from '../content/plain.js';
import { sweepCsv } from '../csv/sweep.js';
import { resultFolder, writeFiles } from '../files.js';
import { encodePlan } from '../json.js';
import type { ImageKind } from '../png/drawing.js';
import { sweptMeasures } from './sweep.js';

const drawn = [...sweptMeasures, 'utilisation', 'throughput'] as const;

/** Curves over the first axis, and a map where there are two. */
const kinds = [
  { suffix: '', chart: sweepChart },
  { suffix: '-map', chart: heatMap },
] as const;

/** Writes the sweep below the scenario's results: table, document and a chart for each measure, all or none. */
export async function writeSweep(
  report: SweepReport,
  out: string,
  kind: ImageKind = 'png',
): Promise<{ report: SweepReport; warnings: string[] }> {
  const configs = drawn.flatMap(name =>
    kinds.flatMap(({ suffix, chart }) => {
      const config = chart(report, name);
      const about = `${measureLabel(name).name} over ${report.axes.map(({ path }) => plain(path, 40)).join(' and ')}`;
      return config ? [{ name: `${fileName(name)}${suffix}`, about, config }] : [];
    }),
  );
  const cost = sweepCost(report);
  if (cost) configs.push({ name: 'cost-latency', about: 'What shorter times cost', config: cost });
  const { drawAll } = await import('../png/index.js');
  const { images, warning } = await drawAll(configs, { kind });
  const folder = join(resultFolder(report.scenario.name, out), 'sweep');
  const below = `${basename(resolve(out))}/${basename(resultFolder(report.scenario.name, out))}/sweep`;
  const pictures = images.map(({ name, content }) => ({ path: `${name}.${kind}`, content }));
  const files = [...pictures.map(({ path }) => path), 'sweep.csv', 'sweep.json'];
  const whole = { ...report, files: files.map(path => `${below}/${path}`) };
  const stale = [
    ...drawn.flatMap(name => kinds.map(({ suffix }) => `${fileName(name)}${suffix}`)),
    'cost-latency',
  ]
    .map(name => `${name}.${kind}`)
    .filter(path => !files.includes(path));
  await writeFiles(
    folder,
    [
      ...pictures,
      { path: 'sweep.csv', content: sweepCsv(whole) },
      { path: 'sweep.json', content: encodePlan(whole) },
    ],
    stale,
  );
  return { report: whole, warnings: warning === undefined ? [] : [warning] };
}

/** `meanWait` to `mean-wait`. */
const fileName = (measure: string): string => measure.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
