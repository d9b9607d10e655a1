import type { Chart } from './chart.js';
import { offeredColour, partColours } from './colours.js';
import { overTime } from './over-time.js';

const title = 'Servers and who waits for them, over time';

export const serversOverTime: Chart = {
  title,
  about:
    'The number of servers over the run, those asked for and those at work, on the right, and the number of customers who wait, on the left.',
  tools: ['zoom'],
  config: study =>
    study.results.some(({ series = [] }) => series.some(({ name }) => name === 'servers'))
      ? overTime(study, {
          title,
          series: {
            numberInQueue: { label: 'waiting', style: 'area' },
            servers: { label: 'servers', style: 'solid', colour: partColours.processing, right: true },
            serversAsked: { label: 'asked for', style: 'dashed', colour: offeredColour, right: true },
            serversBusy: { label: 'at work', style: 'solid', colour: partColours.transfer, right: true },
          },
          axes: ['customers who wait', 'servers'],
        })
      : undefined,
};
