import type { Chart } from './chart.js';
import { tailChart } from './tail.js';

const title = 'How long customers stay: the tail of the sojourn time';

export const sojournTail: Chart = {
  title,
  about:
    'The share of customers whose sojourn time is longer than t, on a logarithmic scale, by each engine.',
  tools: ['log', 'zoom'],
  config: study => tailChart(study, 'sojourn', title),
};
