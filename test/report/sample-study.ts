import type { Comparison } from '../../src/comparison/compare.js';
import type { MeasureName } from '../../src/result/measure.js';
import type {
  Citation,
  Estimate,
  LiveRecord,
  Quantile,
  Result,
  Sampled,
  SimulationRecord,
  Tail,
  TimeSeries,
} from '../../src/result/result.js';
import type { Scenario } from '../../src/scenario/type.js';
import type { Study } from '../../src/study/study.js';
import { surroundingsOf } from '../../src/study/surroundings.js';

/** M/M/2 at utilisation 0.7 with services of 20 ms, as the quickstart. */
export const scenario: Scenario = {
  name: 'quickstart',
  description: 'Two workers take jobs of 20 ms from one queue, 70 a second.',
  classes: { customers: { arrivals: { process: 'poisson', rate: 70 } } },
  stations: {
    queue: {
      servers: 2,
      service: { distribution: 'exponential', mean: 0.02 },
      discipline: { discipline: 'fcfs' },
    },
  },
  routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
  run: {
    seed: 7,
    confidence: 0.95,
    precision: 0.05,
    stopOn: ['meanWait', 'p99Sojourn'],
    warmUp: 'auto',
    maxCustomers: 20e6,
  },
  live: { broker: 'zeromq', messages: 1500, service: 'virtual', payloadBytes: 0 },
  thresholds: [
    { text: 'mean sojourn < 100ms', measure: 'meanSojourn', comparison: '<', limit: 0.1 },
    { text: 'p99 sojourn < 180ms', measure: 'p99Sojourn', comparison: '<', limit: 0.18 },
    { text: 'p90 wait < 40ms', measure: 'p90Wait', comparison: '<', limit: 0.04 },
  ],
};

const littleLaw: Citation = {
  ref: 'little1961',
  at: 'L = λW',
  text: 'J. D. C. Little, A proof for the queuing formula L = λW, Operations Research 9 (1961) 383-387, L = λW',
  checked: false,
};
const erlang: Citation = {
  ref: 'gross2008',
  at: 'section 3.3',
  text: 'D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing Theory, 4th ed., Wiley 2008, section 3.3',
  checked: true,
};

export const exact = (value: number, source = erlang): Estimate => ({ kind: 'exact', value, source });
export const approximation = (value: number, source = erlang): Estimate => ({
  kind: 'approximation',
  value,
  source,
});
export const sampled = (value: number, share: number): Sampled => ({
  kind: 'sampled',
  value,
  halfWidth: value * share,
  low: value * (1 - 0.9 * share),
  high: value * (1 + share),
  confidence: 0.95,
  effectiveSamples: 4000,
});

const arrivalRate = 70;
const mu = 50;
/** Erlang C for two servers at utilisation 0.7. */
const waiting = (2 * 0.7 ** 2) / 1.7;
const waitAbove = (t: number): number => waiting * Math.exp(-30 * t);
const sojournAbove = (t: number): number =>
  Math.exp(-mu * t) * (1 + (waiting * (1 - Math.exp(0.4 * mu * t))) / -0.4);

function inverse(above: (t: number) => number, p: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return high;
}

const probabilities = [0.5, 0.9, 0.95, 0.99, 0.999];
const meanWait = waiting / 30;
const truth: Partial<Record<MeasureName, number>> = {
  throughput: arrivalRate,
  utilisation: 0.7,
  meanNumberInQueue: arrivalRate * meanWait,
  meanNumberInSystem: arrivalRate * (meanWait + 1 / mu),
  meanWait,
  meanSojourn: meanWait + 1 / mu,
  probabilityOfWait: waiting,
  meanService: 1 / mu,
};

type Make = (value: number, name?: string) => Estimate;

const measuresBy = (make: Make): Result['measures'] =>
  Object.fromEntries(Object.entries(truth).map(([name, value]) => [name, make(value, name)]));
const quantilesBy = (above: (t: number) => number, make: Make): Quantile[] =>
  probabilities.map(p => ({ p, ...make(inverse(above, p)) }));

function tailBy(above: (t: number) => number, last: number, wobble = 0): Tail {
  const time = Array.from({ length: 121 }, (_, i) => (last * i) / 120);
  return { time, probability: time.map((t, i) => above(t) * Math.exp(wobble * (i / 120) * Math.sin(i / 9))) };
}

function column(
  engine: Result['engine'],
  make: Make,
  last: number,
  wobble: number,
  more: Partial<Result>,
): Result {
  return {
    schema: 1,
    engine,
    scenario,
    measures: measuresBy(make),
    waitQuantiles: quantilesBy(waitAbove, make),
    sojournQuantiles: quantilesBy(sojournAbove, make),
    tails: { wait: tailBy(waitAbove, last, wobble), sojourn: tailBy(sojournAbove, last, wobble) },
    warnings: [],
    ...more,
  };
}

export const simulationRecord: SimulationRecord = {
  seed: 7,
  algorithm: 'recursion',
  replications: 16,
  plannedCustomers: 180_000,
  customers: 196_608,
  droppedCustomers: 24_576,
  precision: 0.05,
  reached: true,
  notReached: [],
  cannotBeEstimated: [],
};

export const liveRecord: LiveRecord = {
  broker: 'zeromq',
  software: 'zeromq.js 6.8.0, libzmq 4.3.5',
  consumers: 2,
  service: 'virtual',
  messages: 1500,
  startedAt: '2026-01-02T03:04:05.000Z',
  seconds: 21.4,
  attempts: 1,
  partial: false,
  checks: [
    {
      name: 'lateness p99',
      passed: true,
      value: '0.4 ms',
      limit: 'under 2.5 ms',
      advice: 'Close other programs.',
    },
    { name: "Little's law", passed: true, value: '0.3 %', limit: 'within 2 %', advice: 'Report this.' },
  ],
  ledger: { sent: 1500, received: 1500, acknowledged: 1500, lost: 0, duplicated: 0, outOfOrder: 0 },
  decomposition: {
    lateness: 0.00006,
    wait: 0.0201,
    transfer: 0.0011,
    processing: 0.0203,
    acknowledgement: 0.0006,
    total: 0.04216,
  },
};

/** A walk of the number in the system, by a plain linear congruence. */
function walk(about: string, seed: number): TimeSeries {
  let state = seed;
  const time: number[] = [];
  const value: number[] = [];
  let n = 0;
  for (let i = 0; i <= 400; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    n = Math.max(0, n + (state / 2_147_483_648 < 0.36 + 0.4 / (n + 2) ? 1 : -1));
    time.push((21.4 * i) / 400);
    value.push(n);
  }
  return { name: 'numberInSystem', about, time, value };
}

const evenly = Array.from({ length: 60 }, (_, i) => (i + 0.5) / 60);
const lawOf = (mean: number, factor: number) => ({
  p: evenly,
  asked: evenly.map(p => -mean * Math.log1p(-p)),
  found: evenly.map(p => -factor * mean * Math.log1p(-p)),
});

/** Services a little too long, sends on time. */
const laws = {
  service: lawOf(0.02, 1.02),
  interarrival: lawOf(1 / 70, 1),
  lateness: {
    bounds: [1e-6, 2e-6, 4e-6, 8e-6, 16e-6, 32e-6, 64e-6],
    counts: [90, 20, 140, 520, 610, 105, 15],
  },
};

const theory = column(
  'theory',
  (value, name) => exact(value, name === 'throughput' ? littleLaw : erlang),
  0.26,
  0,
  {
    model: 'M/M/2',
  },
);
const simulation = column('simulation', value => sampled(value * 1.006, 0.02), 0.34, 0.1, {
  model: 'recursion',
  customers: 172_032,
  simulation: simulationRecord,
});
const twin = column('twin', value => sampled(value * 0.96, 0.09), 0.2, 0.5, {
  model: 'recursion on the messages that were sent',
  customers: 1500,
  series: [walk('twin', 11)],
});
const live = column('live', value => sampled(value * 0.975, 0.09), 0.2, 0.45, {
  model: '2 consumers on zeromq, virtual services',
  customers: 1500,
  live: liveRecord,
  laws,
  series: [walk('from the messages', 11), { ...walk('sampled at the broker', 11) }],
  warnings: [
    {
      code: 'few-messages',
      message: 'Only 1500 messages.',
      advice: 'Raise live.messages for narrower intervals.',
    },
  ],
});

const rows: readonly (MeasureName | `p${number}${'Wait' | 'Sojourn'}`)[] = [
  ...(Object.keys(truth) as MeasureName[]),
  ...(['p50Wait', 'p90Wait', 'p99Wait', 'p50Sojourn', 'p90Sojourn', 'p99Sojourn'] as const),
];

function estimateOf(result: Result, name: string): Estimate | undefined {
  const match = /^p(\d+)(Wait|Sojourn)$/.exec(name);
  if (!match) return result.measures[name as MeasureName];
  const list = match[2] === 'Wait' ? result.waitQuantiles : result.sojournQuantiles;
  return list.find(({ p }) => p === Number(match[1]) / 100);
}

const verdicts = { meanWait: 'inconclusive', p99Wait: 'differs' } as const;

export function comparisonsOf(results: readonly Result[]): Comparison[] {
  return rows.map(measure => {
    const columns = Object.fromEntries(
      results.flatMap(result => {
        const estimate = estimateOf(result, measure);
        return estimate ? [[result.engine, estimate]] : [];
      }),
    );
    const isTime = /^(meanWait|meanSojourn|meanService|p\d+(Wait|Sojourn))$/.test(measure);
    const whole = results.length === 4;
    return {
      measure,
      columns,
      ...(whole && {
        verdict: verdicts[measure as keyof typeof verdicts] ?? ('agrees' as const),
        between: ['live', 'twin'] as const,
        difference: { value: 0.0156, low: 0.004, high: 0.0272, margin: 0.03 },
        ...(isTime && { gap: { workload: -0.0016, broker: 0.0006 } }),
      }),
    };
  });
}

const provenance: Study['provenance'] = {
  tool: 'sojourn',
  version: '0.1.0',
  command: 'sojourn run scenarios/quickstart.yaml',
  seed: 7,
  node: '20.20.0',
  platform: 'linux x64',
  cpu: 'A processor',
  cores: 2,
};

/** All four columns: exact, sampled, twin and measured, every kind of verdict, three thresholds, one warning. */
const priced: Scenario = { ...scenario, cost: { perServerHour: 0.05, currency: 'EUR' } };

export const wholeStudy: Study = {
  schema: 1,
  scenario: priced,
  surroundings: surroundingsOf(priced),
  results: [theory, simulation, twin, live],
  unanswered: [],
  comparisons: comparisonsOf([theory, simulation, twin, live]),
  thresholds: [
    { text: 'mean sojourn < 100ms', outcome: 'pass', engine: 'live', value: live.measures.meanSojourn },
    { text: 'p99 sojourn < 180ms', outcome: 'inconclusive', engine: 'live', value: live.sojournQuantiles[3] },
    { text: 'p90 wait < 40ms', outcome: 'fail', engine: 'live', value: live.waitQuantiles[1] },
  ],
  verdict: [
    'The zeromq queue follows its model: mean sojourn time 38.2 ms measured, 37.6 ms by its twin (+1.6 %).',
    'As asked the mean sojourn time is 39.2 ms; the customers that were drawn make it 37.6 ms (−4 %): sampling, not the queue.',
    'Threshold failed: p90 wait < 40ms.',
  ],
  files: [],
  provenance,
};

const skewed = (estimate: Sampled): Sampled => ({
  ...estimate,
  low: estimate.value * 0.84,
  high: estimate.value * 1.9,
  halfWidth: estimate.value * 0.9,
});

/** A short run on the real queue: intervals with one side much longer than the other. */
export const lopsidedStudy: Study = {
  ...wholeStudy,
  comparisons: wholeStudy.comparisons.map(comparison => {
    const { twin: model, live: real } = comparison.columns;
    if (model?.kind !== 'sampled' || real?.kind !== 'sampled') return comparison;
    return { ...comparison, columns: { ...comparison.columns, twin: skewed(model), live: skewed(real) } };
  }),
};

/** Theory alone, the others could not answer. */
export const theoryStudy: Study = {
  ...wholeStudy,
  results: [theory],
  unanswered: [
    { engine: 'simulation', reason: 'customers give up waiting' },
    { engine: 'live', reason: 'the scenario has no "live" section' },
  ],
  comparisons: comparisonsOf([theory]),
  thresholds: [],
  verdict: ['No answer from the simulation engine: customers give up waiting.'],
};

const unstableMeasures = (make: Make): Result['measures'] => ({
  throughput: make(50),
  utilisation: exact(1),
  growthRate: make(20),
});
const unstableResult = (engine: Result['engine'], make: Make): Result => ({
  schema: 1,
  engine,
  scenario,
  measures: unstableMeasures(make),
  waitQuantiles: [],
  sojournQuantiles: [],
  warnings: [
    { code: 'unstable', message: 'The queue grows without end.', advice: 'Add servers: 2 are enough.' },
  ],
});

/** A queue that grows: no steady state, only a growth rate. */
export const unstableStudy: Study = {
  ...wholeStudy,
  surroundings: undefined,
  results: [
    unstableResult('theory', value => exact(value)),
    unstableResult('simulation', value => sampled(value, 0.03)),
  ],
  comparisons: [
    { measure: 'throughput', columns: { theory: exact(50), simulation: sampled(50, 0.01) } },
    { measure: 'utilisation', columns: { theory: exact(1), simulation: exact(1) } },
    { measure: 'growthRate', columns: { theory: exact(20), simulation: sampled(20, 0.03) } },
  ],
  thresholds: [{ text: 'p90 wait < 40ms', outcome: 'fail' }],
  verdict: ['Unstable: the queue grows by 20/s without end; there is no steady state to report.'],
};

/** Whatever a name could do to a page, a document or a terminal. */
export const hostileName = `</script><script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & 'single' | [x](javascript:alert(3)) \`code\` \u001b[31mred\u001b[0m\n# heading\n\u202eright to left 😀 ${'long '.repeat(2000)}`;

export const hostileStudy: Study = {
  ...wholeStudy,
  scenario: { ...scenario, name: hostileName, description: hostileName },
  verdict: [hostileName, '<!-- a comment that swallows --><script>alert(4)</script>'],
  unanswered: [{ engine: 'twin', reason: hostileName }],
  thresholds: [{ text: hostileName, outcome: 'inconclusive' }],
  results: wholeStudy.results.map(result => ({
    ...result,
    scenario: { ...scenario, name: hostileName },
    model: hostileName,
    warnings: [{ code: 'hostile', message: hostileName, advice: hostileName }],
  })),
  provenance: { ...provenance, command: `sojourn run '${hostileName}'`, cpu: hostileName },
};

/** The same queue measured with natural services, of which the live run failed a check and lost its broker. */
export const failedStudy: Study = {
  ...wholeStudy,
  results: [
    theory,
    simulation,
    twin,
    {
      ...live,
      live: {
        ...liveRecord,
        partial: true,
        attempts: 3,
        realTime: 'round robin',
        checks: [
          liveRecord.checks[0],
          {
            name: 'host hiccups',
            passed: false,
            value: '12 of more than 5 ms',
            limit: 'at most 3',
            advice: 'Close other programs, or raise the service times.',
          },
        ],
      },
    },
  ],
  verdict: ['Not comparable: the live run failed its own check on host hiccups (3 attempts).'],
};

/** Hour by hour: means over runs, and servers that follow. */
const hours = (name: TimeSeries['name'], value: readonly number[], spread = 0): TimeSeries => ({
  name,
  about: 'simulated',
  time: value.map((_, i) => 3600 * i),
  value,
  ...(spread > 0 && { low: value.map(v => v - spread), high: value.map(v => v + spread) }),
});

export const morningStudy: Study = {
  schema: 1,
  scenario: { ...scenario, name: 'morning' },
  results: [
    {
      ...simulation,
      series: [
        hours('arrivalRate', [1 / 60, 2 / 60, 2 / 60, 1 / 60], 0.001),
        hours('throughput', [1 / 60, 1.5 / 60, 1.5 / 60, 1.5 / 60], 0.001),
        hours('numberInQueue', [1, 3, 6, 2], 0.5),
        hours('numberInSystem', [2, 5, 8, 3], 0.5),
        hours('meanWait', [30, 90, 240, 60], 5),
        hours('meanSojourn', [90, 150, 300, 120], 5),
        hours('servers', [2, 2, 3, 2]),
        hours('serversAsked', [2, 3, 3, 2]),
        hours('serversBusy', [1.4, 2, 2.8, 1.2], 0.1),
      ],
    },
  ],
  unanswered: [],
  comparisons: [],
  thresholds: [],
  verdict: ['Ends after four hours.'],
  files: [],
  provenance,
};
