import type { Chart } from './chart.js';
import { lawChart } from './law-check.js';

const title = 'Service times: as measured against as asked';

export const serviceLaw: Chart = {
  title,
  about:
    'Quantiles of the service times on the real queue against those of the law asked for; equal laws lie on the diagonal.',
  config: study => lawChart(study, 'service', title),
};
