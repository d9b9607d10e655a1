import type { Study } from '../../study/study.js';
import { formatCount, formatDuration, formatPercent } from '../../units.js';
import { resultOf } from '../content/columns.js';
import { axisTitle, categoryTicks, ticks } from './axis.js';
import { type BarChart, type Chart, common, headings } from './chart.js';
import { partColours } from './colours.js';

const title = 'How late the messages were sent';

export const lateness: Chart = {
  title,
  about: 'The share of messages by how much later than intended they were sent on the real queue.',
  config: latenessChart,
};

function latenessChart(study: Study): BarChart | undefined {
  const found = resultOf(study, 'live')?.laws?.lateness;
  const total = found?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  if (found === undefined || total === 0) return undefined;
  const { bounds, counts } = found;
  return {
    type: 'bar',
    data: {
      labels: bounds.map(bound => formatDuration(bound, 2)),
      datasets: [
        {
          label: 'messages',
          data: counts.map(count => (100 * count) / total),
          backgroundColor: partColours.lateness,
          pointStyle: 'rect',
          categoryPercentage: 1,
          barPercentage: 0.94,
        },
      ],
    },
    options: {
      ...common,
      scales: {
        x: { title: axisTitle('late by at most'), ticks: categoryTicks, grid: { display: false } },
        y: { min: 0, title: axisTitle('share of the messages (%)'), ticks },
      },
      plugins: {
        ...headings(title, study),
        legend: { display: false },
        tooltip: {
          callbacks: {
            title: ([item]) =>
              `${item && item.dataIndex > 0 ? `${formatDuration(bounds[item.dataIndex - 1], 2)} to ` : 'up to '}${item?.label}`,
            label: ({ dataIndex }) =>
              `${formatCount(counts[dataIndex])} messages, ${formatPercent(counts[dataIndex] / total)}`,
          },
        },
      },
    },
  };
}
