import { estimateOf } from '../../result/estimate-of.js';
import type { Study } from '../../study/study.js';
import { formatRate, rateScale } from '../../units.js';
import { resultsInOrder } from '../content/columns.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks } from './axis.js';
import { type Chart, common, headings, type LineChart } from './chart.js';
import { engineColours, offeredColour } from './colours.js';
import { marks } from './operating-points.js';

const title = 'Throughput against what is offered';

export const throughput: Chart = {
  title,
  about:
    'Customers served per second against customers offered per second, with the ideal line on which nobody is lost or left behind.',
  config: throughputChart,
};

function throughputChart(study: Study): LineChart | undefined {
  const curve = study.surroundings?.byLoad.filter(point => point.throughput !== undefined) ?? [];
  if (study.surroundings === undefined || curve.length < 3) return undefined;
  const here = study.surroundings.asked.offered;
  const most = curve[curve.length - 1].offered;
  const scale = rateScale(most / 2);
  const points = resultsInOrder(study).flatMap(result => {
    const y = estimateOf(result, 'throughput')?.value;
    return y === undefined ? [] : [{ result, x: here, y }];
  });
  const line = (label: string, data: { x: number; y: number }[], looks: object) => ({
    label,
    data: data.map(({ x, y }) => ({ x: x / scale.divisor, y: y / scale.divisor })),
    pointRadius: 0,
    pointStyle: 'line' as const,
    ...looks,
  });
  return {
    type: 'line',
    data: {
      datasets: [
        line(
          'all that is offered',
          [
            { x: 0, y: 0 },
            { x: most, y: most },
          ],
          {
            borderColor: offeredColour,
            borderWidth: 1.5,
            borderDash: [4, 4],
            order: 3,
          },
        ),
        line(
          `theory (${plain(study.surroundings.model, 40)})`,
          [
            { x: 0, y: 0 },
            ...curve.map(({ offered, throughput: served = 0 }) => ({ x: offered, y: served })),
          ],
          {
            borderColor: engineColours.theory,
            backgroundColor: engineColours.theory,
            borderWidth: 2.5,
            order: 2,
          },
        ),
        ...marks(points, scale.divisor, scale.divisor),
      ],
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: most / scale.divisor,
          title: axisTitle('offered', suffix(scale.suffix)),
          ticks: { ...ticks, includeBounds: false },
        },
        y: { type: 'linear', min: 0, title: axisTitle('served', suffix(scale.suffix)), ticks },
      },
      plugins: {
        ...headings(title, study),
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ dataset: { label }, parsed: { x, y } }) =>
              `${label}: ${formatRate((y ?? 0) * scale.divisor)} served of ${formatRate((x ?? 0) * scale.divisor)} offered`,
          },
        },
      },
    },
  };
}

/** `/s` says too little beside a name. */
const suffix = (unit: string) => ({ divisor: 1, suffix: `customers${unit}` });
