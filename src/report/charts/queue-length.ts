import type { ChartDataset } from 'chart.js';
import type { EngineName, Result, TimeSeries } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration, formatNumber, type Scale } from '../../units.js';
import { columnTitles, resultOf, resultsInOrder } from '../content/columns.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale, timeSinceStart } from './axis.js';
import { type Chart, common, headings, isNamed, type LineChart } from './chart.js';
import { engineColours, faded, partColours } from './colours.js';
import { consumersAtWork, faultMarks } from './faults.js';
import { timeMarks } from './time-marks.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

const title = 'Customers in the system over time';

export const queueLength: Chart = {
  title,
  about:
    'The number of customers in the system over the run, measured and by its model, with the predicted mean, the faults and the consumers at work.',
  tools: ['zoom'],
  config: queueLengthChart,
};

function queueLengthChart(study: Study): LineChart | undefined {
  const curves = runs(study).flatMap(({ engine, series = [] }) =>
    series
      .filter(({ name, time }) => name === 'numberInSystem' && time.length > 1)
      .map(run => ({ engine, run })),
  );
  const end = Math.max(0, ...curves.map(({ run }) => run.time[run.time.length - 1]));
  if (end === 0) return undefined;
  const scale = timeScale(end);
  const faults = faultMarks(study, scale.divisor);
  const consumers = consumersAtWork(study);
  return {
    type: 'line',
    data: {
      datasets: [
        ...predicted(study, end, scale),
        ...curves.flatMap(({ engine, run }, i) => {
          const isFirst = curves.findIndex(curve => curve.engine === engine) === i;
          return [dataset(engine, run, isFirst, scale), ...band(engine, run, scale)];
        }),
        ...(consumers ? [atWork(consumers, end, scale)] : []),
      ],
    },
    options: {
      ...common,
      parsing: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: timeSinceStart(end, scale),
        y: { min: 0, grace: '5%', title: axisTitle('customers'), ticks },
        ...(consumers && {
          y1: {
            position: 'right',
            min: 0,
            // In the upper half, above most of the queue.
            suggestedMax: 1.3 * consumers[0].consumers,
            grid: { drawOnChartArea: false },
            title: axisTitle('consumers at work'),
            ticks: { ...ticks, precision: 0 },
          },
        }),
      },
      plugins: {
        ...headings(title, study, { filter: isNamed }),
        tooltip: {
          callbacks: {
            title: ([item]) => `after ${formatDuration((item?.parsed.x ?? 0) * scale.divisor)}`,
            label: ({ dataset: { label }, parsed: { y } }) => `${label}: ${formatNumber(y ?? 0)}`,
          },
        },
      },
    },
    ...(faults.length > 0 && { plugins: [timeMarks(faults)] }),
  };
}

/** The real run and its twin; without one the simulation, whose customers after the first are others. */
function runs(study: Study): Result[] {
  const results = resultsInOrder(study);
  const real = results.filter(({ engine }) => engine === 'live' || engine === 'twin');
  return real.some(({ series = [] }) => series.length > 0) ? real : results;
}

/**
 * What theory, or else the simulation, expects: its curve, where a run of given duration is told over the time and stands
 * beside a real one; else its mean, or the growth of a queue without a steady state.
 */
function predicted(study: Study, end: number, scale: Scale): Line[] {
  const isReal = runs(study).some(({ engine }) => engine === 'live');
  for (const engine of ['theory', 'simulation'] as const) {
    const { measures, series = [] } = resultOf(study, engine) ?? {};
    const curve = series.find(({ name, station }) => name === 'numberInSystem' && station === undefined);
    if (isReal && curve && curve.time.length > 1 && study.scenario.run.duration !== undefined) {
      // Each value is the mean of a stretch; its middle is where the curve goes through it.
      const middle = (curve.time[1] - curve.time[0]) / 2;
      const points = curve.time.map((time, i) => ({ x: time + middle, y: curve.value[i] }));
      return [expected(engine, 'expected', points, scale)];
    }
    const { meanNumberInSystem: mean, growthRate } = measures ?? {};
    if (mean === undefined && growthRate === undefined) continue;
    const [from, to] = mean ? [mean.value, mean.value] : [0, (growthRate?.value ?? 0) * end];
    const points = [
      { x: 0, y: from },
      { x: end, y: to },
    ];
    return [expected(engine, mean ? 'mean' : 'growth', points, scale)];
  }
  return [];
}

const expected = (
  engine: EngineName,
  what: string,
  points: readonly { readonly x: number; readonly y: number }[],
  { divisor }: Scale,
): Line => ({
  label: `${what} by ${columnTitles[engine]}`,
  data: points.map(({ x, y }) => ({ x: x / divisor, y })),
  borderColor: engineColours[engine],
  backgroundColor: engineColours[engine],
  borderWidth: 2.5,
  borderDash: [8, 5],
  pointRadius: 0,
  pointStyle: 'line',
  order: 0,
});

/** More would lie on each other, and make an image of many megabytes where each is a shape. */
const mostDots = 500;

function dataset(
  engine: EngineName,
  { about, time, value }: TimeSeries,
  isFirst: boolean,
  scale: Scale,
): Line {
  const colour = engineColours[engine];
  const isDotted = engine === 'live' && !isFirst;
  const step = isDotted ? Math.ceil(time.length / mostDots) : 1;
  return {
    label: engine === 'live' ? `measured, ${plain(about, 40)}` : columnTitles[engine],
    data: time.flatMap((t, i) => (i % step === 0 ? [{ x: t / scale.divisor, y: value[i] }] : [])),
    borderColor: colour,
    stepped: true,
    pointRadius: 0,
    ...(isDotted ? dots(colour) : engine === 'live' ? line(colour) : area(colour)),
  };
}

/** Where the series is a mean over runs: its interval. */
function band(engine: EngineName, { time, low, high }: TimeSeries, scale: Scale): Line[] {
  if (!low || !high) return [];
  const edge = (values: readonly number[]): Line => ({
    label: '',
    data: time.map((t, i) => ({ x: t / scale.divisor, y: values[i] })),
    backgroundColor: faded(engineColours[engine], 0.3),
    borderWidth: 0,
    pointRadius: 0,
    stepped: true,
    order: 3,
  });
  return [edge(low), { ...edge(high), fill: '-1' }];
}

const atWork = (
  changes: NonNullable<ReturnType<typeof consumersAtWork>>,
  end: number,
  scale: Scale,
): Line => ({
  label: 'consumers at work',
  data: [...changes, { ...changes[changes.length - 1], time: end }].map(({ time, consumers }) => ({
    x: time / scale.divisor,
    y: consumers,
  })),
  yAxisID: 'y1',
  stepped: true,
  borderColor: partColours.processing,
  backgroundColor: partColours.processing,
  borderWidth: 2.5,
  pointRadius: 0,
  pointStyle: 'line',
  order: 0,
});

const line = (colour: string): Partial<Line> => ({
  backgroundColor: colour,
  borderWidth: 1.4,
  pointStyle: 'line',
  order: 1,
});

/** A second look at the same run, such as samples at the broker: beside the first, not over it. */
const dots = (colour: string): Partial<Line> => ({
  showLine: false,
  pointRadius: 1.6,
  borderWidth: 0,
  backgroundColor: faded(colour, 0.5),
  pointStyle: 'circle',
  order: 2,
});

/** A model of the run lies behind it. */
const area = (colour: string): Partial<Line> => ({
  backgroundColor: faded(colour, 0.28),
  borderWidth: 0.8,
  fill: 'origin',
  pointStyle: 'rect',
  order: 3,
});
