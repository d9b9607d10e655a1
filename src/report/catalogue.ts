import picocolors from 'picocolors';
import type { Entry } from '../study/models.js';
import type { TerminalOptions } from './terminal/index.js';
import { wrapped } from './terminal/wrap.js';

const mark = ({ exactness }: Entry): string => (exactness === 'exact' ? '' : ' (approximation)');

/** Where the descriptions begin; a longer name has a line of its own. */
const column = 28;

function line(entry: Entry, width: number): string[] {
  const name = `  ${entry.kendall}`;
  const beside = name.length < column;
  const description = wrapped(`${entry.name}${mark(entry)}`, {
    width,
    first: beside ? name.padEnd(column) : ' '.repeat(column),
    indent: ' '.repeat(column),
  });
  return beside ? description : [name, ...description];
}

/** Every entry in a line or two, under the title of its group. */
export function renderCatalogue(entries: readonly Entry[], { colour, width }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const titles = [...new Set(entries.map(({ group }) => group))];
  return titles
    .map(title => {
      const members = entries.filter(({ group }) => group === title);
      return [paint.bold(title), ...members.flatMap(member => line(member, width))].join('\n');
    })
    .join('\n\n');
}

/** All that the catalogue says of one entry. */
export function renderEntry(entry: Entry, { colour, width }: TerminalOptions): string {
  const paint = picocolors.createColors(colour);
  const item = (text: string) => wrapped(text, { width, first: '  - ', indent: '    ' });
  const section = (title: string, lines: readonly string[]): string =>
    [paint.bold(title), ...lines].join('\n');
  const { parameters, sources, confirmedBy } = entry;
  return [
    [paint.bold(`${entry.kendall}: ${entry.exactness}`), ...wrapped(entry.name, { width, first: '  ' })].join(
      '\n',
    ),
    section('Assumes', entry.assumptions.flatMap(item)),
    section('Formula', wrapped(entry.formula, { width, first: '  ' })),
    ...(parameters
      ? [
          section(
            'Takes',
            Object.entries(parameters).flatMap(([name, domain]) => item(`${name}: ${domain}`)),
          ),
        ]
      : []),
    section('If an assumption fails', wrapped(entry.breaks, { width, first: '  ' })),
    section(
      'Sources',
      sources.flatMap(({ text, checked }) =>
        item(`${text} (${checked ? 'checked' : 'from memory, not checked'})`),
      ),
    ),
    ...(confirmedBy.length > 0 ? [section('Its numbers agree with', confirmedBy.flatMap(item))] : []),
  ].join('\n\n');
}
