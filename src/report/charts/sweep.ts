import type { ChartDataset } from 'chart.js';
import type { SweepReport } from '../../study/run-sweep.js';
import { formatNumber, type Scale } from '../../units.js';
import { type MeasureLabel, measureLabel, scaleOf } from '../content/measure-label.js';
import { capital, plain } from '../content/plain.js';
import { axisName, type Curve, curvesOf } from '../content/sweep-curves.js';
import { axisTitle, ticks } from './axis.js';
import { common, headings, type LineChart, legendLabels } from './chart.js';
import { curveColours, faded } from './colours.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/**
 * A measure over the first axis of the sweep, a curve for each value of the others, with its interval where it
 * was sampled; a dashed line where the queue begins to grow without end. Undefined where there is nothing to draw.
 */
export function sweepChart(report: SweepReport, measure: string): LineChart | undefined {
  const curves = curvesOf(report, measure);
  const all = curves.flatMap(({ points }) => points);
  if (curves.every(({ points }) => points.length < 2)) return undefined;
  const label = measureLabel(measure);
  const highest = Math.max(...all.map(({ high }) => high));
  const lowest = Math.min(...all.map(({ y }) => y));
  if (highest === 0) return undefined;
  const logarithmic = lowest > 0 && highest / lowest > 100;
  const scale = scaleOf(label.unit, logarithmic ? Math.sqrt(highest * lowest) : highest / 2);
  const [axis] = report.axes;
  const bottom = logarithmic ? lowest / 1.2 : 0;
  return {
    type: 'line',
    data: {
      datasets: curves.flatMap((curve, i) => datasets(curve, i, { label, scale, bottom, top: highest })),
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          title: axisTitle(axisName(axis)),
          ticks,
        },
        y: {
          type: logarithmic ? 'logarithmic' : 'linear',
          ...(logarithmic ? {} : { min: 0 }),
          title: axisTitle(label.name, scale.suffix === '' ? undefined : scale),
          ticks: { ...ticks, callback: value => formatNumber(Number(value)) },
        },
      },
      plugins: {
        ...headings(`${capital(label.name)} over ${plain(axis.path, 40)}`, report),
        legend: {
          position: 'bottom',
          labels: {
            ...legendLabels,
            // Bands go without saying; what a knee or a dashed line is need be said once.
            filter: ({ text, datasetIndex }, { datasets }) =>
              text !== '' && datasets.findIndex(({ label }) => label === text) === datasetIndex,
          },
        },
      },
    },
  };
}

interface Drawing {
  readonly label: MeasureLabel;
  readonly scale: Scale;
  readonly bottom: number;
  readonly top: number;
}

function datasets(
  { name, points, grows }: Curve,
  place: number,
  { label, scale, bottom, top }: Drawing,
): Line[] {
  const colour = curveColours[place % curveColours.length];
  const plain: Partial<Line> = {
    label: '',
    pointRadius: 0,
    borderWidth: 0,
    backgroundColor: faded(colour, 0.18),
  };
  const at = (y: (point: Curve['points'][number]) => number) =>
    points.map(point => ({ x: point.x, y: y(point) / scale.divisor }));
  const sampled = points.some(({ low, high }) => high > low);
  const knees = points.filter(({ knee }) => knee);
  return [
    {
      label: name === '' ? label.name : name,
      data: at(({ y }) => y),
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: 2.5,
      pointRadius: 3,
      pointStyle: 'circle',
      order: 1,
    },
    ...(sampled
      ? [
          { ...plain, data: at(({ low }) => Math.max(low, bottom)), order: 3 },
          { ...plain, data: at(({ high }) => high), fill: '-1', order: 3 },
        ]
      : []),
    ...(knees.length > 0
      ? [
          {
            label: 'knee',
            data: knees.map(({ x, y }) => ({ x, y: y / scale.divisor })),
            showLine: false,
            pointRadius: 9,
            pointStyle: 'rectRot',
            borderColor: colour,
            borderWidth: 2,
            backgroundColor: 'transparent',
            order: 0,
          },
        ]
      : []),
    ...(grows === undefined
      ? []
      : [
          {
            label: 'grows without end',
            data: [bottom, top].map(y => ({ x: grows, y: y / scale.divisor })),
            borderColor: colour,
            borderDash: [6, 5],
            borderWidth: 1.5,
            pointRadius: 0,
            pointStyle: 'line',
            order: 2,
          },
        ]),
  ] as Line[];
}
