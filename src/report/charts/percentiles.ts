import { quantileName } from '../../result/measure.js';
import type { Quantile } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatCount } from '../../units.js';
import { resultsInOrder } from '../content/columns.js';
import { formatEstimate } from '../content/estimate.js';
import { measureLabel } from '../content/measure-label.js';
import { axisTitle, categoryTicks, ticks, timeScale } from './axis.js';
import { barMarks } from './bar-marks.js';
import { type BarChart, common, headings } from './chart.js';
import { engineColours } from './colours.js';
import { engineLabel } from './engine-label.js';

const shown = [0.5, 0.9, 0.95, 0.99] as const;

/** The percentiles of each engine side by side, intervals as whiskers. */
export function percentileChart(study: Study, of: 'wait' | 'sojourn', heading: string): BarChart | undefined {
  const columns = resultsInOrder(study).flatMap(result => {
    const quantiles = of === 'wait' ? result.waitQuantiles : result.sojournQuantiles;
    const picked = shown.map(p => quantiles.find(quantile => quantile.p === p));
    return picked.some(quantile => quantile !== undefined) ? [{ result, picked }] : [];
  });
  const told = shown.flatMap((p, i) => (columns.some(({ picked }) => picked[i]) ? [{ p, i }] : []));
  const longest = Math.max(0, ...columns.flatMap(({ picked }) => picked.map(highest)));
  if (told.length === 0 || longest === 0) return undefined;
  const scale = timeScale(longest);
  const noun = of === 'wait' ? 'waiting time' : 'sojourn time';
  const rows = columns.map(({ picked }) => told.map(({ i }) => picked[i]));
  return {
    type: 'bar',
    data: {
      labels: told.map(({ p }) => measureLabel(quantileName(p, of)).name.split(' ')[0]),
      datasets: columns.map(({ result }, column) => ({
        label: engineLabel(result),
        data: rows[column].map(quantile => (quantile ? quantile.value / scale.divisor : null)),
        backgroundColor: engineColours[result.engine],
        pointStyle: 'rect',
        categoryPercentage: 0.82,
        barPercentage: 0.86,
        maxBarThickness: 90,
      })),
    },
    options: {
      ...common,
      scales: {
        x: { title: axisTitle(`percentile of the ${noun}`), ticks: categoryTicks, grid: { display: false } },
        // Room for the text above the longest whisker.
        y: {
          min: 0,
          suggestedMax: (1.08 * longest) / scale.divisor,
          title: axisTitle(noun, scale),
          ticks,
        },
      },
      plugins: {
        ...headings(heading, study),
        tooltip: {
          callbacks: {
            label: ({ dataset: { label }, datasetIndex, dataIndex }) => {
              const quantile = rows[datasetIndex][dataIndex];
              return `${label}: ${quantile ? formatEstimate('duration', quantile) : 'not known'}`;
            },
          },
        },
      },
    },
    plugins: [
      barMarks(
        rows.map(row =>
          row.map(
            quantile =>
              quantile && {
                ...(quantile.kind === 'sampled' && {
                  low: quantile.low / scale.divisor,
                  high: quantile.high / scale.divisor,
                }),
                text: formatCount(quantile.value / scale.divisor, 3),
              },
          ),
        ),
      ),
    ],
  };
}

const highest = (quantile: Quantile | undefined): number =>
  quantile === undefined ? 0 : quantile.kind === 'sampled' ? quantile.high : quantile.value;
