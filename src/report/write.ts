import { basename, resolve } from 'node:path';
import type { Study } from '../study/study.js';
import { charts } from './charts/index.js';
import { measuresCsv } from './csv/measures.js';
import { type OutputFile, resultFolder, writeFiles } from './files.js';
import { encodeStudy } from './json.js';
import { renderMarkdown } from './markdown/index.js';
import type { ImageKind } from './png/drawing.js';

export const allFormats = ['json', 'markdown', 'html', 'png', 'svg', 'csv'] as const;

/** Without being asked for. */
const usualFormats = ['json', 'markdown', 'html', 'png'] as const satisfies readonly ReportFormat[];

export type ReportFormat = (typeof allFormats)[number];

/** `out`: the folder in which each scenario has a folder of its own; `folder`: the very folder to write into. */
export type WriteOptions = {
  readonly formats?: readonly ReportFormat[];
  /** Pixels of a PNG for each of its 900 by 520 points. */
  readonly density?: number;
  /** Files that go with the reports. */
  readonly besides?: readonly OutputFile[];
} & ({ readonly out: string } | { readonly folder: string });

export interface WrittenReport {
  /** The study with the files in it, as study.json holds it. */
  readonly study: Study;
  /** Relative to the grandparent of their folder, with '/' between the parts. */
  readonly files: readonly string[];
  /** What could not be made, and why; the rest was. */
  readonly warnings: readonly string[];
}

/** Writes the reports of a study, all or none. Throws an `OutputError` when the folder cannot be written. */
export async function writeReport(study: Study, options: WriteOptions): Promise<WrittenReport> {
  const { formats = usualFormats, besides = [] } = options;
  const folder = 'folder' in options ? options.folder : resultFolder(study.scenario.name, options.out);
  const warnings: string[] = [];
  const pictures: OutputFile[] = [];
  for (const kind of imageKinds.filter(kind => formats.includes(kind)))
    pictures.push(...(await chartFiles(study, { kind, ...options }, warnings)));
  const texts = textNames.filter(([format]) => formats.includes(format)).map(([, name]) => name);
  const below = `${basename(resolve(folder, '..'))}/${basename(resolve(folder))}`;
  const files = [...[...pictures, ...besides].map(({ path }) => path), ...texts].map(
    path => `${below}/${path}`,
  );
  const withFiles: Study = { ...study, files };

  const contents: OutputFile[] = [...pictures, ...besides];
  for (const name of texts) contents.push({ path: name, content: await textOf(name, withFiles, pictures) });
  const written = new Set(contents.map(({ path }) => path));
  const stale = imageKinds
    .filter(kind => formats.includes(kind))
    .flatMap(kind => Object.keys(charts).map(name => chartPath(name, kind)))
    .filter(path => !written.has(path));
  await writeFiles(folder, contents, stale);
  return { study: withFiles, files, warnings };
}

/** In the order in which they are put in place: who sees study.json sees the others too. */
const textNames = [
  ['csv', 'measures.csv'],
  ['markdown', 'report.md'],
  ['html', 'report.html'],
  ['json', 'study.json'],
] as const satisfies readonly (readonly [ReportFormat, string])[];

type TextName = (typeof textNames)[number][1];

async function textOf(name: TextName, study: Study, pictures: readonly OutputFile[]): Promise<string> {
  if (name === 'study.json') return encodeStudy(study);
  if (name === 'measures.csv') return measuresCsv(study);
  if (name === 'report.html') return (await import('./html/index.js')).renderHtml(study);
  return renderMarkdown(
    study,
    Object.entries(charts)
      .map(([chart, { about }]) => ({ path: chartPath(chart), about }))
      .filter(({ path }) => pictures.some(picture => picture.path === path)),
  );
}

const imageKinds = ['png', 'svg'] as const satisfies readonly ImageKind[];

const chartPath = (name: string, kind: ImageKind = 'png'): string => `charts/${name}.${kind}`;

async function chartFiles(
  study: Study,
  { kind, density }: { readonly kind: ImageKind; readonly density?: number },
  warnings: string[],
): Promise<OutputFile[]> {
  const { drawCharts } = await import('./png/index.js');
  const { images, warning } = await drawCharts(study, { kind, ...(density !== undefined && { density }) });
  if (warning !== undefined && !warnings.includes(warning)) warnings.push(warning);
  return images.map(({ name, content }) => ({ path: chartPath(name, kind), content }));
}
