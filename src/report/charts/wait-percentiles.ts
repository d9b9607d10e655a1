import type { Chart } from './chart.js';
import { percentileChart } from './percentiles.js';

const title = 'Percentiles of the waiting time';

export const waitPercentiles: Chart = {
  title,
  about:
    'The 50th, 90th, 95th and 99th percentile of the waiting time by each engine, intervals as whiskers.',
  config: study => percentileChart(study, 'wait', title),
};
