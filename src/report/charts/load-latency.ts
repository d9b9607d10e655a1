import type { NearbyPoint, Study } from '../../study/study.js';
import { formatDuration, formatPercent } from '../../units.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { type Chart, common, headings, type LineChart } from './chart.js';
import { engineColours } from './colours.js';
import { marks, type OperatingPoint, operatingPoints } from './operating-points.js';
import { pointLabels } from './point-labels.js';
import { timeMarks } from './time-marks.js';

const title = 'Time against load: where this queue stands';

export const loadLatency: Chart = {
  title,
  about:
    'Mean and 99th percentile of the sojourn time against the load, by theory, with the point at which this queue works by each engine.',
  tools: ['log'],
  config: loadLatencyChart,
};

function loadLatencyChart(study: Study): LineChart | undefined {
  const { surroundings } = study;
  const curve = surroundings?.byLoad.filter(({ meanSojourn }) => meanSojourn !== undefined) ?? [];
  if (surroundings === undefined || curve.length < 3) return undefined;
  const points = pointsOf(study);
  // The curve has no end: what matters lies below a few times the time of the busiest point that can be worked at.
  const top = Math.max(
    ...points.map(({ y }) => 3 * y),
    timeAt(curve, curve[curve.length - 1].load > 1 ? Number.POSITIVE_INFINITY : 0.9),
  );
  const scale = timeScale(top);
  const { load: asked } = surroundings.asked;
  const overloaded = points.length === 0 && asked >= 1;
  const line = (label: string, of: 'meanSojourn' | 'p99Sojourn', dash: number[]) => ({
    label: `${label} by theory (${plain(surroundings.model, 40)})`,
    data: curve.flatMap(point => {
      const time = point[of];
      return time === undefined ? [] : [{ x: 100 * point.load, y: time / scale.divisor }];
    }),
    borderColor: engineColours.theory,
    backgroundColor: engineColours.theory,
    borderWidth: 2.5,
    borderDash: dash,
    pointRadius: 0,
    pointStyle: 'line' as const,
    cubicInterpolationMode: 'monotone' as const,
    order: 2,
  });
  return {
    type: 'line',
    data: {
      datasets: [
        line('mean', 'meanSojourn', []),
        line('p99', 'p99Sojourn', [7, 5]),
        ...marks(points, 0.01, scale.divisor),
      ],
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: 100 * Math.max(1, curve[curve.length - 1].load, overloaded ? 1.1 * asked : 0),
          title: axisTitle('offered load of each server (%)'),
          ticks: { ...ticks, includeBounds: false },
        },
        y: {
          type: 'linear',
          min: 0,
          max: top / scale.divisor,
          title: axisTitle('sojourn time', scale),
          ticks: { ...ticks, includeBounds: false },
        },
      },
      plugins: {
        // The curves have their names beside them.
        ...headings(title, study, { filter: ({ text }) => text.startsWith('here') }),
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ dataset: { label }, parsed: { x, y } }) =>
              `${label}: ${formatDuration((y ?? 0) * scale.divisor)} at a load of ${formatPercent((x ?? 0) / 100)}`,
          },
        },
      },
    },
    plugins: [
      pointLabels([named(curve, 'mean, theory'), named(curve, 'p99, theory')]),
      ...(overloaded ? [timeMarks([{ from: 100 * asked, text: 'this queue: no steady state' }])] : []),
    ],
  };
}

const timeAt = (points: readonly NearbyPoint[], load: number): number =>
  Math.max(
    0,
    ...points.flatMap(point => (point.load <= load ? (point.p99Sojourn ?? point.meanSojourn ?? []) : [])),
  );

/** As asked the load is what is offered; a real run and its twin had what their servers were busy with. */
function pointsOf(study: Study): OperatingPoint[] {
  const asked = study.surroundings?.asked;
  return operatingPoints(study, 'utilisation', 'meanSojourn').map(point =>
    asked && (point.result.engine === 'theory' || point.result.engine === 'simulation')
      ? { ...point, x: asked.load }
      : point,
  );
}

/** Names the curves where there is room between them. */
const named = (points: readonly NearbyPoint[], text: string): (string | undefined)[] =>
  points.map(({ load }) => (load === 0.35 ? text : undefined));
