import type { EngineName, Tail } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { durationScale, formatCount } from '../../units.js';
import { columnTitles, resultsInOrder } from '../content/columns.js';
import type { Page } from './page.js';

const marks = {
  theory: ['─', 'blue'],
  simulation: ['o', 'green'],
  twin: ['+', 'magenta'],
  live: ['x', 'yellow'],
} as const satisfies Record<EngineName, readonly [string, keyof Page['paint']]>;

/** Lines for each power of ten of the probability, and how many of them. */
const linesPerDecade = 2;
const decades = 3;
const widest = 72;
const leastWidth = 60;
const margin = 8;

interface Curve {
  readonly engine: EngineName;
  readonly at: (time: number) => number;
  readonly end: number;
}

/** How likely a customer stays longer than t, on a scale of powers of ten; nothing where there is no room for it. */
export function tailPlot(study: Study, { paint, width }: Page): string[] {
  const curves = resultsInOrder(study).flatMap(({ engine, tails }) =>
    tails?.sojourn && tails.sojourn.time.length > 2 ? [curveOf(engine, tails.sojourn)] : [],
  );
  const end = Math.max(0, ...curves.map(curve => curve.end));
  if (width < leastWidth || end === 0) return [];
  const columns = Math.min(width, widest) - margin - 2;
  const height = linesPerDecade * decades + 1;
  const field = Array.from({ length: height }, () => Array.from({ length: columns }, () => ' '));
  for (const { engine, at, end: last } of curves) {
    const [mark, colour] = marks[engine];
    for (let x = 0; x < columns; x++) {
      const time = (end * x) / (columns - 1);
      const line = Math.round(-linesPerDecade * Math.log10(at(time)));
      // Theory is a line, the others are points on it, so that they do not hide it or one another.
      const shown = engine === 'theory' || x % 4 === offsets[engine];
      if (shown && time <= last && line >= 0 && line < height) field[line][x] = paint[colour](mark);
    }
  }
  const scale = durationScale(end / 2);
  const tick = (time: number) => formatCount(Number((time / scale.divisor).toPrecision(3)), 4);
  const middle = tick(end / 2);
  const right = `${tick(end)}${scale.suffix}`;
  const half = Math.floor(columns / 2);
  return [
    paint.bold('How long customers stay: share that takes longer than t'),
    ...field.map((line, i) => `${label(i).padStart(margin)} │${line.join('')}`.trimEnd()),
    `${' '.repeat(margin)} └${'─'.repeat(columns)}`,
    `${' '.repeat(margin + 2)}${'0'.padEnd(half - 1)}${middle.padEnd(columns - half + 1 - right.length)}${right}`,
    `${' '.repeat(margin + 2)}${curves.map(({ engine }) => `${paint[marks[engine][1]](marks[engine][0])} ${columnTitles[engine]}`).join('   ')}`,
  ];
}

const offsets = { simulation: 0, twin: 1, live: 2 } as const;

const label = (line: number): string =>
  line % linesPerDecade === 0 ? `${Number((100 / 10 ** (line / linesPerDecade)).toPrecision(3))} %` : '';

/** The probability between the points of a tail: straight on the logarithmic scale. */
function curveOf(engine: EngineName, { time, probability }: Tail): Curve {
  const rarest = 10 ** -decades;
  const beyond = probability.findIndex(p => p < rarest);
  const last = time[beyond < 0 ? time.length - 1 : beyond];
  return {
    engine,
    end: last,
    at: t => {
      const next = time.findIndex(other => other >= t);
      if (next <= 0) return next === 0 ? probability[0] : 0;
      const [p, q] = [probability[next - 1], probability[next]];
      if (!(q > 0)) return p;
      return p * (q / p) ** ((t - time[next - 1]) / (time[next] - time[next - 1]));
    },
  };
}
