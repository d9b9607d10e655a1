import { printable, shown } from './shown.js';

/** One thing that is wrong with a scenario, ready to be printed or to be marked in an editor. */
export interface Mistake {
  /** From 1. Absent where no line is to blame: the file itself, or a change made on the command line. */
  readonly line?: number;
  readonly column?: number;
  /** The change to blame, as it was given: `servers=abc`. */
  readonly setting?: string;
  /** What stands on the command line for that change, where it is not `--set`. */
  readonly flag?: string;
  readonly message: string;
  /** What would have been right. */
  readonly expected?: string;
  /** What was probably meant, as it would be written. */
  readonly suggestion?: string;
}

const mostRendered = 20;
const widest = 100;

/** A scenario that cannot be used: every mistake in it, in the order of its lines. */
export class ScenarioError extends Error {
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[], text = '') {
    const inOrder = [...mistakes].sort(byPlace);
    const lines = text.split(/\r?\n/, Math.max(0, ...inOrder.map(mistake => mistake.line ?? 0)));
    const rendered = inOrder.slice(0, mostRendered).map(mistake => render(file, mistake, lines));
    const more = inOrder.length - mostRendered;
    if (more > 0) rendered.push(`and ${more} more mistake${more > 1 ? 's' : ''}`);
    super(rendered.join('\n\n'));
    this.name = 'ScenarioError';
    this.file = file;
    this.mistakes = inOrder;
  }
}

function byPlace(a: Mistake, b: Mistake): number {
  const [lineA, lineB] = [a, b].map(({ line, setting }) => line ?? (setting ? Number.MAX_SAFE_INTEGER : 0));
  return lineA - lineB || (a.column ?? 0) - (b.column ?? 0);
}

function render(file: string, mistake: Mistake, lines: readonly string[]): string {
  const { line, column, setting, flag, message, expected, suggestion } = mistake;
  const position = line === undefined ? '' : `:${line}:${column}`;
  const change = flag === undefined ? `--set ${shown(setting ?? '')}` : shown(flag);
  const place = setting === undefined ? `${printable(file)}${position}` : change;
  return [
    `${place}: ${message}`,
    ...(line === undefined ? [] : excerpt(lines[line - 1] ?? '', line, column ?? 1)),
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(suggestion === undefined ? [] : [`  did you mean "${suggestion}"?`]),
  ].join('\n');
}

/** The source line with a caret under the column; of a long line the part around it. */
function excerpt(source: string, line: number, column: number): string[] {
  const start = column <= widest ? 0 : column - widest / 2;
  const part = printable(source.slice(start, start + widest));
  const before = printable(source.slice(start, column - 1));
  const gutter = `  ${line} | `;
  return [`${gutter}${part}`, `${' '.repeat(gutter.length - 2)}| ${' '.repeat([...before].length)}^`];
}
