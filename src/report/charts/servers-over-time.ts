import type { Chart } from './chart.js';
import { offeredColour, partColours } from './colours.js';
import { withNeededServers } from './needed-servers.js';
import { overTime } from './over-time.js';

const title = 'Servers and who waits for them, over time';

export const serversOverTime: Chart = {
  title,
  about:
    'The servers that are there over the run, those at work, those that an autoscaler asked for and those that the arrivals would keep busy, on the right; the number of customers who wait, on the left.',
  tools: ['zoom'],
  config: study =>
    study.results.some(({ series = [] }) => series.some(({ name }) => name === 'servers'))
      ? overTime(withNeededServers(study), {
          title,
          series: {
            numberInQueue: { label: 'waiting', style: 'area' },
            servers: { label: 'servers', style: 'solid', colour: partColours.processing, right: true },
            serversAsked: { label: 'asked for', style: 'dashed', colour: offeredColour, right: true },
            serversBusy: { label: 'at work', style: 'solid', colour: partColours.transfer, right: true },
            serversNeeded: {
              label: 'needed by the arrivals',
              style: 'dashed',
              colour: partColours.wait,
              right: true,
            },
          },
          axes: ['customers who wait', 'servers'],
        })
      : undefined,
};
