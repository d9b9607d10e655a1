/** A queue whose answer is known: what it is, and which values are compared. */
export interface SelftestCase {
  readonly id: string;
  /** What of the simulator it puts to the test. */
  readonly about: string;
  /** The kind of reference case that theory answers. */
  readonly model: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly metrics: readonly string[];
}

const h2 = (mean: number, scv: number) => {
  const p = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  return { type: 'hyperexponential', probs: [p, 1 - p], rates: [(2 * p) / mean, (2 * (1 - p)) / mean] };
};
const queue = ['rho', 'pWait', 'Wq', 'W', 'Lq', 'L', 'throughput'];
const percentiles = ['wq_p90', 'wq_p95'];

/**
 * Moderate loads, because a run of given length tells most there; one or two cases for each thing that the
 * simulator can do and theory can check.
 */
export const selftestCases: readonly SelftestCase[] = [
  {
    id: 'M/M/1',
    about: 'the recursion; waits and sojourns, means and percentiles',
    model: 'M/M/1',
    params: { lambda: 0.7, mu: 1 },
    metrics: [...queue, ...percentiles, 'w_p50', 'w_p95'],
  },
  {
    id: 'M/M/10',
    about: 'many servers',
    model: 'M/M/c',
    params: { lambda: 8, mu: 1, c: 10 },
    metrics: [...queue, ...percentiles],
  },
  {
    id: 'M/D/1',
    about: 'services without chance',
    model: 'M/D/1',
    params: { lambda: 0.7, service: { type: 'deterministic', value: 1 } },
    metrics: [...queue, ...percentiles],
  },
  {
    id: 'M/G/1, gamma',
    about: 'the gamma sampler',
    model: 'M/G/1',
    params: { lambda: 0.6, service: { type: 'gamma', mean: 1, scv: 0.6 } },
    metrics: queue,
  },
  {
    id: 'M/H2/3',
    about: 'services that vary much, several servers',
    model: 'M/H2/c',
    params: { lambda: 1.8, service: h2(1, 2), c: 3 },
    metrics: [...queue, ...percentiles],
  },
  {
    id: 'H2/M/2',
    about: 'bursts of independent gaps',
    model: 'GI/M/c',
    params: { interarrival: h2(1, 3), mu: 0.8, c: 2 },
    metrics: queue,
  },
  {
    id: 'MMPP/M/2',
    about: 'arrivals that follow an environment',
    model: 'MMPP(2)/M/c',
    params: { lambda1: 1.8, lambda2: 0.6, r12: 0.5, r21: 0.5, mu: 1, c: 2 },
    metrics: ['rho', 'L', 'W', 'throughput'],
  },
  {
    id: 'M^X/M/2',
    about: 'customers in groups',
    model: 'M^X/M/c geometric batches',
    params: { batchRate: 0.6, batchGeometricP: 0.5, mu: 1, c: 2 },
    metrics: ['rho', 'L', 'Lq', 'W', 'Wq'],
  },
  {
    id: 'M/M/2/12',
    about: 'events; the order of the line, a full buffer',
    model: 'M/M/c/K',
    params: { lambda: 1.8, mu: 1, c: 2, K: 12 },
    metrics: ['rho', 'pBlock', 'L', 'Lq', 'W', 'Wq', 'throughput', 'wq_p50', 'wq_p90'],
  },
  {
    id: 'M/G/5/5',
    about: 'loss, whatever the services',
    model: 'Erlang B (M/G/c/c)',
    params: { lambda: 4, service: h2(1, 4), c: 5 },
    metrics: ['pBlock'],
  },
  {
    id: 'M/M/5+M',
    about: 'customers who give up',
    model: 'M/M/c+M (Erlang-A)',
    params: { lambda: 5, mu: 1, c: 5, theta: 0.5, T: 0.2 },
    metrics: ['pWait', 'pAbandon', 'Lq', 'L', 'throughput', 'rho'],
  },
  {
    id: 'M/M/1 with retrials',
    about: 'customers who come back',
    model: 'M/M/c retrial (classical linear retrial rate)',
    params: { lambda: 0.6, mu: 1, retrialRate: 1, c: 1 },
    metrics: ['pBlock', 'Wq'],
  },
  {
    id: 'M/M/2 with breakdowns',
    about: 'services interrupted and resumed',
    model: 'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume',
    params: { lambda: 1, mu: 1, failureRate: 0.2, repairRate: 1, c: 2 },
    metrics: ['L', 'W', 'throughput'],
  },
  {
    id: 'priorities',
    about: 'the order of the line',
    model: 'M/M/1 priority non-preemptive',
    params: { lambdas: [0.3, 0.4], mus: [1, 1.25] },
    metrics: ['rho', 'WqPerClass', 'WPerClass'],
  },
  {
    id: 'interrupting priorities',
    about: 'services interrupted by others',
    model: 'M/M/1 priority preemptive-resume',
    params: { lambdas: [0.3, 0.4], mus: [1, 1.25] },
    metrics: ['rho', 'WPerClass'],
  },
  {
    id: 'M/G/1-PS',
    about: 'a server that is shared',
    model: 'M/G/1-PS',
    params: { lambda: 0.7, service: h2(1, 3) },
    metrics: ['rho', 'L', 'W'],
  },
  {
    id: 'M/M/1 last come',
    about: 'last come, first served at once',
    model: 'M/M/1 LCFS preemptive-resume',
    params: { lambda: 0.7, mu: 1 },
    metrics: ['rho', 'L', 'W'],
  },
  {
    id: 'by size',
    about: 'orders that look at the work: shortest remaining, shortest job, least attained',
    model: 'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)',
    params: { lambda: 0.6, service: h2(1, 2) },
    metrics: ['WSRPT', 'WPSJF', 'WSJFnonpreemptive', 'WFB'],
  },
  {
    id: 'unequal servers',
    about: 'servers of different speed, the fastest first',
    model: 'M/M/2 heterogeneous servers',
    params: { lambda: 1.2, mus: [1.5, 0.5], rule: 'fastest free server' },
    metrics: ['L', 'W', 'pWait'],
  },
  {
    id: 'set-up',
    about: 'a server that is switched off when idle',
    model: 'M/G/1 with setup time after idle',
    params: { lambda: 0.5, service: h2(1, 2), setup: { type: 'exponential', mean: 2 } },
    metrics: ['Wq', 'W', 'L'],
  },
  {
    id: 'vacations',
    about: 'a server that goes away when nobody is there',
    model: 'M/G/1 multiple vacations (exhaustive)',
    params: { lambda: 0.5, service: h2(1, 2), vacation: { type: 'exponential', mean: 1 } },
    metrics: ['Wq', 'L'],
  },
  {
    id: 'batches',
    about: 'services of several customers at once',
    model: 'M/M^[b]/1 batch service (a=1), no joining of a batch in service (Bailey)',
    params: { lambda: 1.5, mu: 1, b: 3 },
    metrics: ['Wq', 'L'],
  },
  {
    id: 'an open network',
    about: 'routes by chance, feedback, several servers',
    model: 'Jackson open network',
    params: {
      external: [1, 0, 0],
      routing: [
        [0, 0.6, 0.4],
        [0.3, 0, 0],
        [0, 0, 0],
      ],
      mus: [2, 0.7, 1],
      servers: [1, 2, 'inf'],
    },
    metrics: ['L', 'LPerNode'],
  },
  {
    id: 'a closed network',
    about: 'clients who come again',
    model: 'Closed product-form network (MVA)',
    params: { N: [8], serviceTimes: [[1, 0.5, 2]], visits: [[1, 1, 0.4]], servers: [1, 1, 1], think: [4] },
    metrics: ['X', 'QPerClassNode', 'R'],
  },
  {
    id: 'fork and join',
    about: 'customers whose parts are served side by side',
    model: 'Fork-join K=2, M/M/1 stations',
    params: { lambda: 0.6, mu: 1, K: 2 },
    metrics: ['W', 'WPerStation'],
  },
];
