import type { Chart } from './chart.js';
import { costLatency } from './cost-latency.js';
import { latencyDecomposition } from './latency-decomposition.js';
import { loadLatency } from './load-latency.js';
import { queueLength } from './queue-length.js';
import { sojournPercentiles } from './sojourn-percentiles.js';
import { sojournTail } from './sojourn-tail.js';
import { throughput } from './throughput.js';
import { waitPercentiles } from './wait-percentiles.js';
import { waitTail } from './wait-tail.js';

export type { Chart, ChartConfig } from './chart.js';

/** Every chart by the name of its file, in the order of the report. */
export const charts = {
  'sojourn-tail': sojournTail,
  'sojourn-percentiles': sojournPercentiles,
  'load-latency': loadLatency,
  'latency-decomposition': latencyDecomposition,
  'queue-length': queueLength,
  'wait-tail': waitTail,
  'wait-percentiles': waitPercentiles,
  throughput,
  'cost-latency': costLatency,
} as const satisfies Record<string, Chart>;

export type ChartName = keyof typeof charts;
