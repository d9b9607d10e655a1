import type { Chart } from './chart.js';
import { latencyDecomposition } from './latency-decomposition.js';
import { queueLength } from './queue-length.js';
import { sojournPercentiles } from './sojourn-percentiles.js';
import { sojournTail } from './sojourn-tail.js';
import { waitPercentiles } from './wait-percentiles.js';
import { waitTail } from './wait-tail.js';

export type { Chart, ChartConfig } from './chart.js';

/** Every chart by the name of its file, in the order of the report. */
export const charts = {
  'sojourn-tail': sojournTail,
  'sojourn-percentiles': sojournPercentiles,
  'latency-decomposition': latencyDecomposition,
  'queue-length': queueLength,
  'wait-tail': waitTail,
  'wait-percentiles': waitPercentiles,
} as const satisfies Record<string, Chart>;

export type ChartName = keyof typeof charts;
