import type { ChartDataset } from 'chart.js';
import type { SweepPoint, SweepReport } from '../../study/run-sweep.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, type LineChart } from './chart.js';
import { curveColours } from './colours.js';
import { pointLabels } from './point-labels.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

const drawn = [
  { measure: 'p99Sojourn', label: 'p99', borderDash: [] },
  { measure: 'meanSojourn', label: 'mean', borderDash: [6, 4] },
] as const;

/**
 * The sojourn time over the price of the servers, a point for each cell of the sweep. Undefined where there is no price, or
 * it is the same throughout.
 */
export function sweepCost(report: SweepReport): LineChart | undefined {
  const priced = report.points
    .flatMap(({ cost, ...point }) => (cost && !point.unstable ? [{ ...point, cost }] : []))
    .sort((a, b) => a.cost.perHour - b.cost.perHour);
  const prices = new Set(priced.map(({ cost }) => cost.perHour));
  if (prices.size < 2) return undefined;
  const times = priced.flatMap(({ measures }) =>
    drawn.flatMap(({ measure }) => measures[measure]?.value ?? []),
  );
  if (times.length === 0) return undefined;
  const scale = timeScale(Math.max(...times));
  const curves = drawn.flatMap(({ measure, label, borderDash }, i) => {
    const points = priced.flatMap(point => {
      const estimate = point.measures[measure];
      return estimate ? [{ point, at: { x: point.cost.perHour, y: estimate.value / scale.divisor } }] : [];
    });
    if (points.length < 2) return [];
    const line = {
      label: `${label} sojourn`,
      data: points.map(({ at }) => at),
      borderColor: curveColours[i],
      backgroundColor: curveColours[i],
      borderDash: [...borderDash],
      borderWidth: 2,
      pointRadius: 4,
      pointStyle: 'circle',
    } satisfies Line;
    return [{ line, labels: points.map(({ point }) => (i === 0 ? nameOf(point) : undefined)) }];
  });
  return {
    type: 'line',
    data: { datasets: curves.map(({ line }) => line) },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          grace: '6%',
          title: axisTitle(`price of the servers (${plain(priced[0].cost.currency, 10)} per hour)`),
          ticks: { ...ticks, includeBounds: false },
        },
        y: { type: 'linear', min: 0, grace: '8%', title: axisTitle('sojourn time', scale), ticks },
      },
      plugins: headings('What shorter times cost', report),
    },
    plugins: [pointLabels(curves.map(({ labels }) => labels))],
  };
}

const nameOf = ({ at }: SweepPoint): string => plain(Object.values(at).join(', '), 20);
