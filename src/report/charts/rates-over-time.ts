import { rateScale } from '../../units.js';
import type { Chart } from './chart.js';
import { offeredColour } from './colours.js';
import { overTime } from './over-time.js';

const title = 'Who comes and who is served, over time';

export const ratesOverTime: Chart = {
  title,
  about:
    'The rate of arrivals, of attempts where customers are tried again, and the throughput over the run.',
  tools: ['zoom'],
  config: study =>
    overTime(study, {
      title,
      series: {
        arrivalRate: { label: 'arrivals', style: 'dashed', colour: offeredColour },
        attemptRate: { label: 'attempts', style: 'dashed' },
        throughput: { label: 'served', style: 'solid' },
      },
      axes: ['rate'],
      scale: highest => {
        const { divisor, suffix } = rateScale(highest);
        return { divisor, suffix: `customers${suffix}` };
      },
    }),
};
