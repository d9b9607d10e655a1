import type { ChartDataset } from 'chart.js';
import type { Band, EngineName, Result, Tail } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration, formatPercent, type Scale } from '../../units.js';
import { resultsInOrder } from '../content/columns.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, isNamed, type LineChart } from './chart.js';
import { engineColours, faded } from './colours.js';
import { engineLabel } from './engine-label.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/** Rarer than this nobody plans for, and the curves are few customers only. */
const rarest = 1e-4;

/** P(time > t) by every engine that knows it, on a logarithmic scale: exponential tails are straight lines. */
export function tailChart(study: Study, of: 'wait' | 'sojourn', heading: string): LineChart | undefined {
  const curves = resultsInOrder(study).flatMap(result => {
    const tail = result.tails?.[of];
    return tail ? [{ result, points: visible(tail) }] : [];
  });
  if (curves.every(({ points }) => points.length < 2)) return undefined;
  const all = curves.flatMap(({ points }) => points);
  const longest = Math.max(...all.map(([t]) => t));
  if (longest === 0) return undefined;
  const lowest = Math.min(...all.map(([, p]) => p));
  const scale = timeScale(longest);
  return {
    type: 'line',
    data: {
      datasets: curves.flatMap(({ result, points }) => [
        dataset(result, points, scale),
        ...band(result, result.tails?.[of]?.band, lowest, scale),
      ]),
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          title: axisTitle(`${of === 'wait' ? 'waiting' : 'sojourn'} time t`, scale),
          ticks,
        },
        y: {
          type: 'logarithmic',
          min: 10 ** Math.floor(Math.log10(lowest) + 1e-9),
          max: 1,
          title: axisTitle('share longer than t'),
          ticks: {
            ...ticks,
            callback: value => (isDecade(Number(value)) ? formatPercent(Number(value)) : undefined),
          },
        },
      },
      plugins: {
        ...headings(heading, study, { reverse: true, filter: isNamed }),
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ dataset: { label }, parsed: { x, y } }) =>
              `${label}: ${formatPercent(y ?? 0)} take longer than ${formatDuration((x ?? 0) * scale.divisor)}`,
          },
        },
      },
    },
  };
}

const visible = ({ time, probability }: Tail): [number, number][] =>
  time.flatMap((t, i) => (probability[i] >= rarest ? [[t, probability[i]] as [number, number]] : []));

const isDecade = (value: number): boolean => Math.abs(Math.log10(value) % 1) < 1e-9;

function dataset(result: Result, points: readonly [number, number][], scale: Scale): Line {
  const colour = engineColours[result.engine];
  const shown = result.engine === 'simulation' ? thinned(points, 36) : points;
  return {
    label: engineLabel(result),
    data: shown.map(([t, p]) => ({ x: t / scale.divisor, y: p })),
    borderColor: colour,
    backgroundColor: colour,
    ...looks[result.engine],
  };
}

/** The interval of the share, from its low end to its high one. */
function band(result: Result, ends: Band | undefined, lowest: number, scale: Scale): Line[] {
  if (ends === undefined) return [];
  const looks: Partial<Line> = {
    label: '',
    borderWidth: 0,
    pointRadius: 0,
    pointHitRadius: 0,
    backgroundColor: faded(engineColours[result.engine], 0.22),
    order: 4,
  };
  const seen = [...ends.time.keys()].filter(i => ends.high[i] >= lowest);
  const side = (of: readonly number[]) =>
    seen.map(i => ({ x: ends.time[i] / scale.divisor, y: Math.max(of[i], lowest / 10) }));
  return [
    { ...looks, data: side(ends.low) },
    { ...looks, data: side(ends.high), fill: '-1' },
  ];
}

/** Shape tells the engines apart as well as colour does: when all is well the curves lie on each other. */
const looks: Readonly<Record<EngineName, Partial<Line>>> = {
  theory: { borderWidth: 2.5, pointRadius: 0, pointStyle: 'line', order: 3 },
  simulation: { showLine: false, pointRadius: 3.5, pointStyle: 'circle', clip: 6, order: 2 },
  twin: { borderWidth: 2, borderDash: [5, 4], pointRadius: 0, pointStyle: 'line', order: 0 },
  live: { borderWidth: 3, pointRadius: 0, pointStyle: 'line', order: 1 },
};

/** About so many of the points, evenly along the curve, its ends kept. */
function thinned<T>(points: readonly T[], wanted: number): readonly T[] {
  if (points.length <= wanted) return points;
  const step = (points.length - 1) / (wanted - 1);
  return Array.from({ length: wanted }, (_, i) => points[Math.round(i * step)]);
}
