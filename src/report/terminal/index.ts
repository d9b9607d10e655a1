import picocolors from 'picocolors';
import type { Study } from '../../study/study.js';
import { plain, title } from '../content/plain.js';
import { tableOf } from '../content/table.js';
import { gapLines, partLines } from './gap.js';
import { checkLines, factLines, fileLines, sourceLines, thresholdLines, warningLines } from './lines.js';
import type { Page } from './page.js';
import { partTables } from './part-table.js';
import { measureTable } from './table.js';
import { tailPlot } from './tail-plot.js';
import { wrapped } from './wrap.js';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Quiet: the verdict alone; verbose: every check of a live run. */
  readonly detail?: 'quiet' | 'usual' | 'verbose';
}

/** The study for a terminal, the verdict first; nothing is printed here. */
export function renderTerminal(study: Study, options: TerminalOptions): string {
  const { colour, width, detail = 'usual' } = options;
  const page: Page = { paint: picocolors.createColors(colour), width: Math.max(40, width) };
  const table = tableOf(study);
  const answer = [verdictLines(study, page), thresholdLines(study, page)];
  if (detail === 'quiet')
    return inSections([
      [...wrapped(title(study.scenario.name), page).map(page.paint.bold), ...answer.flat()],
    ]);
  return inSections([
    heading(study, page),
    ...answer,
    measureTable(table, page),
    ...partTables(study, page),
    tailPlot(study, page),
    gapLines(study, page),
    partLines(study, page),
    checkLines(study, page, detail === 'verbose'),
    warningLines(study, page),
    sourceLines(table, page),
    factLines(study, page),
    fileLines(study, page),
  ]);
}

const inSections = (sections: readonly (readonly string[])[]): string =>
  `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;

function heading(study: Study, { paint, width }: Page): string[] {
  const { name, description } = study.scenario;
  return [
    ...wrapped(title(name), { width }).map(paint.bold),
    ...(description ? wrapped(plain(description), { width }).map(paint.dim) : []),
  ];
}

const verdictLines = ({ verdict }: Study, { paint, width }: Page): string[] =>
  verdict.flatMap((line, i) => {
    const lines = wrapped(plain(line, 1000), { width });
    return i === 0 ? lines.map(paint.bold) : lines;
  });
