import type { Chart } from './chart.js';
import { percentileChart } from './percentiles.js';

const title = 'Percentiles of the sojourn time';

export const sojournPercentiles: Chart = {
  title,
  about:
    'The 50th, 90th, 95th and 99th percentile of the sojourn time by each engine, intervals as whiskers.',
  config: study => percentileChart(study, 'sojourn', title),
};
