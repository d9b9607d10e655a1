import type { Chart } from './chart.js';
import { overTime } from './over-time.js';

const title = 'Servers and who waits for them, over time';

export const serversOverTime: Chart = {
  title,
  about:
    'The number of servers at work over the run, on the right, and the number of customers who wait, on the left.',
  tools: ['zoom'],
  config: study =>
    study.results.some(({ series = [] }) => series.some(({ name }) => name === 'servers'))
      ? overTime(study, {
          title,
          series: {
            numberInQueue: { label: 'waiting', style: 'area' },
            servers: { label: 'servers', style: 'solid', right: true },
          },
          axes: ['customers who wait', 'servers'],
        })
      : undefined,
};
