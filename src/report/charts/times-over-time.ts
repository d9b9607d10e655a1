import { durationScale } from '../../units.js';
import type { Chart } from './chart.js';
import { partColours } from './colours.js';
import { overTime } from './over-time.js';

const title = 'How long customers stay, over time';

export const timesOverTime: Chart = {
  title,
  about: 'The mean sojourn and the mean wait of those who leave, over the run.',
  tools: ['log', 'zoom'],
  config: study =>
    overTime(study, {
      title,
      series: {
        meanSojourn: { label: 'mean sojourn', style: 'solid' },
        meanWait: { label: 'mean wait', style: 'dashed', colour: partColours.wait },
      },
      axes: ['time'],
      scale: durationScale,
    }),
};
