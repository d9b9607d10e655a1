import picocolors from 'picocolors';
import type { Citation } from '../result/result.js';
import type { Between, TheoryAnswer } from '../study/ask-theory.js';
import { findModels } from '../study/models.js';
import type { NeededLength } from '../study/run-length.js';
import { formatCount, formatPercent } from '../units.js';
import { formatEstimate } from './content/estimate.js';
import { type MeasureLabel, measureLabel } from './content/measure-label.js';
import { grid } from './terminal/grid.js';
import type { TerminalOptions } from './terminal/index.js';
import { wrapped } from './terminal/wrap.js';

type Known = TheoryAnswer['measures'][string];

export interface TheoryPage extends TerminalOptions {
  readonly length?: NeededLength;
}

/** What theory says of a station, value by value, each with its kind and its sources. */
export function renderTheory(answers: readonly TheoryAnswer[], page: TheoryPage): string {
  const { length } = page;
  const values = answers.flatMap(({ measures }) => Object.values(measures));
  const sources = [...values.flatMap(citations), ...(length ? [length.source] : [])];
  const texts = [...new Set(sources.map(({ text }) => text))];
  const sections = [
    ...answers.map(answer => section(answer, texts, page)),
    legend(answers),
    ...(length ? [toSee(length, texts, page)] : []),
    ...answers.flatMap(({ warnings }) =>
      warnings.map(({ message, advice = '' }) =>
        wrapped(`${message} ${advice}`.trim(), { width: page.width, first: '! ' }).join('\n'),
      ),
    ),
    texts
      .flatMap((text, i) => wrapped(text, { width: page.width, first: `[${i + 1}] `, indent: '    ' }))
      .join('\n'),
    ...next(answers[0]),
  ];
  return sections.join('\n\n');
}

function toSee(
  { precision, confidence, arrivals, source }: NeededLength,
  texts: readonly string[],
  page: TheoryPage,
) {
  const half = `±${formatPercent(precision)} with ${formatPercent(confidence)} confidence`;
  const text = `≈ To know the mean number in system to ${half}, one must see ${formatCount(arrivals, 3)} arrivals in the steady state [${texts.indexOf(source.text) + 1}].`;
  return wrapped(text, { width: page.width }).join('\n');
}

function citations(known: Known): readonly Citation[] {
  if (known.kind === 'band') return known.sources;
  return known.kind === 'sampled' ? [] : [known.source];
}

function section({ model, about, measures }: TheoryAnswer, texts: readonly string[], page: TerminalOptions) {
  const paint = picocolors.createColors(page.colour);
  const numbers = (known: Known): string =>
    paint.dim(`[${[...new Set(citations(known).map(({ text }) => texts.indexOf(text) + 1))].join(',')}]`);
  const rows = Object.entries(measures).flatMap(([name, known]) => {
    const label = measureLabel(name);
    const title = label.symbol ? `${label.name} ${paint.dim(label.symbol)}` : label.name;
    return [
      [title, `${marks[known.kind]} ${value(label, known)}`, numbers(known)],
      ...(known.kind === 'band' ? more(label, known) : []),
    ];
  });
  const title = paint.bold(about === undefined ? model : `${model}, ${about}`);
  return [title, ...grid({ head: [], rows, aligns: ['left', 'left', 'left'], gap: 3 })].join('\n');
}

const marks = { exact: '=', approximation: '≈', sampled: '±', band: '≈' } as const;

const value = (label: MeasureLabel, known: Known): string =>
  known.kind === 'band' ? range(label, known.low, known.high) : formatEstimate(label.unit, known);

function range({ unit }: MeasureLabel, low: number, high: number): string {
  const shown = (value: number): string =>
    formatEstimate(unit, { kind: 'exact', value, source: { ref: '', at: '', text: '', checked: false } });
  return shown(low) === shown(high) ? shown(low) : `${shown(low)} to ${shown(high)}`;
}

/** The approximations one by one, and the bounds. */
const more = (label: MeasureLabel, { byName, bounds }: Between): string[][] => [
  ...Object.entries(byName ?? {}).map(([name, value]) => [
    `  ${name}`,
    `≈ ${range(label, value, value)}`,
    '',
  ]),
  ...(bounds ? [['  bounds', `  ${range(label, bounds.low, bounds.high)}`, '']] : []),
];

/** An entry of the catalogue; a queue that grows without end has none. */
const next = ({ by }: TheoryAnswer): string[] =>
  findModels(by).entries.length === 1 ? [`Next: sojourn models '${by}'`] : [];

function legend(answers: readonly TheoryAnswer[]): string {
  const kinds = new Set(answers.flatMap(({ measures }) => Object.values(measures).map(({ kind }) => kind)));
  return [
    ...(kinds.has('exact') ? ['= exact'] : []),
    ...(kinds.has('approximation') || kinds.has('band') ? ['≈ approximation'] : []),
    ...(kinds.has('band') ? ['bounds: exact for independent times between arrivals'] : []),
  ].join('   ');
}
