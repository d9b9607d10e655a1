import { arrivalLaw } from './arrival-law.js';
import type { Chart } from './chart.js';
import { costLatency } from './cost-latency.js';
import { latencyDecomposition } from './latency-decomposition.js';
import { lateness } from './lateness.js';
import { loadLatency } from './load-latency.js';
import { queueLength } from './queue-length.js';
import { ratesOverTime } from './rates-over-time.js';
import { serversOverTime } from './servers-over-time.js';
import { serviceLaw } from './service-law.js';
import { sojournPercentiles } from './sojourn-percentiles.js';
import { sojournTail } from './sojourn-tail.js';
import { throughput } from './throughput.js';
import { timesOverTime } from './times-over-time.js';
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
  'servers-over-time': serversOverTime,
  'rates-over-time': ratesOverTime,
  'times-over-time': timesOverTime,
  'wait-tail': waitTail,
  'wait-percentiles': waitPercentiles,
  throughput,
  'cost-latency': costLatency,
  'service-law': serviceLaw,
  'arrival-law': arrivalLaw,
  lateness,
} as const satisfies Record<string, Chart>;

export type ChartName = keyof typeof charts;
