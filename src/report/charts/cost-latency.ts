import type { Study } from '../../study/study.js';
import { formatDuration, formatNumber } from '../../units.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { type Chart, common, headings, type LineChart } from './chart.js';
import { engineColours } from './colours.js';
import { pointLabels } from './point-labels.js';

const title = 'What shorter times cost';

export const costLatency: Chart = {
  title,
  about:
    'The 99th percentile and the mean of the sojourn time against the price per hour, a point for each number of servers.',
  tools: ['log'],
  config: costLatencyChart,
};

function costLatencyChart(study: Study): LineChart | undefined {
  const { surroundings, scenario } = study;
  const { cost } = scenario;
  const points = surroundings?.byServers.filter(({ meanSojourn }) => meanSojourn !== undefined) ?? [];
  if (cost === undefined || surroundings === undefined || points.length < 2) return undefined;
  const scale = timeScale(
    Math.max(...points.map(({ p99Sojourn, meanSojourn = 0 }) => p99Sojourn ?? meanSojourn)),
  );
  const price = (servers: number) => servers * cost.perServerHour;
  const line = (label: string, of: 'meanSojourn' | 'p99Sojourn', borderDash: number[]) => ({
    label: `${label} by theory (${plain(surroundings.model, 40)})`,
    data: points.flatMap(point => {
      const time = point[of];
      return time === undefined ? [] : [{ x: price(point.servers), y: time / scale.divisor }];
    }),
    borderColor: engineColours.theory,
    backgroundColor: engineColours.theory,
    borderWidth: 2,
    borderDash,
    pointRadius: 4,
    pointStyle: 'circle' as const,
  });
  const asked = Object.values(scenario.stations)[0].servers;
  const labels = points.map(({ servers }) =>
    servers === asked
      ? `${servers} (asked)`
      : servers === points[0].servers
        ? `p99, ${servers} servers`
        : String(servers),
  );
  const currency = plain(cost.currency, 10);
  return {
    type: 'line',
    data: { datasets: [line('p99', 'p99Sojourn', []), line('mean', 'meanSojourn', [6, 4])] },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          grace: '6%',
          title: axisTitle(`price of the servers (${currency} per hour)`),
          ticks: { ...ticks, includeBounds: false },
        },
        y: { type: 'linear', min: 0, grace: '8%', title: axisTitle('sojourn time', scale), ticks },
      },
      plugins: {
        ...headings(title, study),
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ dataset: { label }, dataIndex, parsed: { x, y } }) =>
              `${label}, ${points[dataIndex].servers} servers: ${formatDuration((y ?? 0) * scale.divisor)} for ${formatNumber(x ?? 0)} ${currency} per hour`,
          },
        },
      },
    },
    plugins: [pointLabels([labels, points.map((_, i) => (i === 0 ? 'mean' : undefined))])],
  };
}
