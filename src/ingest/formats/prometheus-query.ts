import { readQuery } from '../prometheus/query.js';
import { summaryOf } from '../prometheus/to-summary.js';
import type { Format } from './format.js';

/** What the query API answers. */
export const prometheusQuery: Format = {
  name: 'prometheus-query',
  about:
    'an answer of /api/v1/query or query_range with the series of a histogram or summary, counters or their rate()',
  shows: '{"status":"success","data":{"resultType":...}}',
  recognises: ({ text }) => /^\s*\{\s*"status"\s*:/.test(text) && /"(resultType|errorType)"\s*:/.test(text),
  uses: ['metric', 'labels', 'unit', 'earlier', 'between'],
  open: (file, options) => ({ summary: summaryOf(file, readQuery(file), options, readQuery) }),
};
