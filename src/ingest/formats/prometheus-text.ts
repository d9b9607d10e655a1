import { isExposition, readText } from '../prometheus/text.js';
import { summaryOf } from '../prometheus/to-summary.js';
import type { Format } from './format.js';

/** What a /metrics page shows. */
export const prometheusText: Format = {
  name: 'prometheus',
  about: 'a scrape of /metrics with a histogram or summary, in the text of Prometheus or OpenMetrics',
  shows: '# TYPE lines, or samples such as name_bucket{le="0.5"} 12',
  recognises: ({ lines }) =>
    lines.length > 0 && lines.slice(0, 20).some(line => isExposition(line)) && !lines[0].startsWith('{'),
  uses: ['metric', 'labels', 'unit', 'earlier', 'between'],
  open: (file, options) => ({ summary: summaryOf(file, readText(file), options, readText) }),
};
