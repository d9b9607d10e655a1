import type { Chart } from './chart.js';
import { lawChart } from './law-check.js';

const title = 'Times between arrivals: as sent against as asked';

export const arrivalLaw: Chart = {
  title,
  about:
    'Quantiles of the times between sends on the real queue against those of the law asked for; equal laws lie on the diagonal.',
  config: study => lawChart(study, 'interarrival', title),
};
