import type { Chart } from './chart.js';
import { tailChart } from './tail.js';

const title = 'How long customers wait: the tail of the waiting time';

export const waitTail: Chart = {
  title,
  about:
    'The share of customers whose waiting time is longer than t, on a logarithmic scale, by each engine.',
  tools: ['log', 'zoom'],
  config: study => tailChart(study, 'wait', title),
};
