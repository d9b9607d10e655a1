import hdr from 'hdr-histogram-js';
import { distributionOf } from '../../../src/distributions/index.js';
import type { ReadOptions } from '../../../src/ingest/index.js';
import { streamFor } from '../../../src/random/index.js';

/** A file of a format, what it says, and one that is spoiled. */
export interface Sample {
  readonly name: string;
  readonly content: string;
  readonly options?: Partial<ReadOptions>;
  readonly customers?: number;
  /** Per second. */
  readonly rate?: number;
  /** Seconds of service. */
  readonly mean?: number;
  readonly spoiled: string;
  /** What is said of the spoiled one: bad rows by line, or an error. */
  readonly says: RegExp;
}

const start = 1_700_000_000;

function draws(purpose: string, mean: number, count: number): Float64Array {
  const block = new Float64Array(count);
  distributionOf({ distribution: 'exponential', mean }).fill(block, streamFor(1, purpose));
  return block;
}

/** Customers of an open queue of ample servers: 10 a second, 50 ms each. */
export const customers = (count = 500) => {
  const services = draws('services', 0.05, count);
  let arrived = start;
  return [...draws('gaps', 0.1, count)].map((gap, i) => {
    arrived += gap;
    const started = arrived + 0.01;
    return { arrived, started, finished: started + services[i], service: services[i] };
  });
};

const all = customers();
const rate = (all.length - 1) / (all[all.length - 1].arrived - all[0].arrived);
const mean = all.reduce((sum, { service }) => sum + service, 0) / all.length;
const nanoseconds = (seconds: number) => (BigInt(Math.round(seconds * 1e6)) * 1000n).toString();

const span = (kind: number, id: string, from: number, to: number, more = {}) => ({
  traceId: 'aa',
  spanId: id,
  name: kind === 4 ? 'mail publish' : 'mail process',
  kind,
  startTimeUnixNano: nanoseconds(from),
  endTimeUnixNano: nanoseconds(to),
  attributes: [{ key: 'messaging.destination.name', value: { stringValue: 'mail' } }],
  ...more,
});

/** An export request for every message: half of them name the producer first, half the consumer. */
export const spans = all.map(({ arrived, started, finished }, i) => {
  const pair = [
    span(4, `p${i}`, arrived, arrived + 0.001),
    span(5, `c${i}`, started, finished, { links: [{ traceId: 'aa', spanId: `p${i}` }] }),
  ];
  return JSON.stringify({
    resourceSpans: [
      { resource: {}, scopeSpans: [{ scope: {}, spans: i % 2 === 0 ? pair : pair.reverse() }] },
    ],
  });
});

const point = ({ finished, service }: (typeof all)[0]) =>
  JSON.stringify({
    type: 'Point',
    metric: 'http_req_duration',
    data: {
      time: `${new Date(finished * 1000).toISOString().slice(0, 19)}.${nanoseconds(finished).slice(-9)}Z`,
      value: service * 1000,
      tags: { status: '200' },
    },
  });

export const exposition = [
  '# HELP job_runtime_seconds How long jobs take.',
  '# TYPE job_runtime_seconds histogram',
  'job_runtime_seconds_bucket{queue="mail",le="0.01"} 100',
  'job_runtime_seconds_bucket{queue="mail",le="0.1"} 900',
  'job_runtime_seconds_bucket{queue="mail",le="1"} 1000',
  'job_runtime_seconds_bucket{queue="mail",le="+Inf"} 1000',
  'job_runtime_seconds_sum{queue="mail"} 55.5',
  'job_runtime_seconds_count{queue="mail"} 1000',
];

/** Twice as much a minute later, as query_range would answer. */
export const answer = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: exposition.slice(2).map(line => {
      const [, name, label, value] = /^(\w+)\{(.*)\} (\S+)$/.exec(line) as RegExpExecArray;
      const labels = Object.fromEntries(
        [...label.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]),
      );
      return {
        metric: { __name__: name, ...labels },
        values: [
          [start, value],
          [start + 60, String(2 * Number(value))],
        ],
      };
    }),
  },
};

function histogram(): hdr.Histogram {
  const recorded = hdr.build({ bitBucketSize: 64, useWebAssembly: false });
  for (const { service } of all) recorded.recordValue(Math.round(service * 1e9));
  return recorded;
}

const interval = (i: number) =>
  `Tag=A,${i}.000,1.000,${(histogram().maxValue / 1e6).toFixed(3)},${hdr.encodeIntoCompressedBase64(histogram())}`;
const hours = Array.from({ length: 72 }, (_, i) => ({ i, count: 100 + 80 * ((i % 24) % 12) }));

export const samples: readonly Sample[] = [
  {
    name: 'csv',
    content: ['arrived;started;finished', ...all.map(c => `${c.arrived};${c.started};${c.finished}`)].join(
      '\n',
    ),
    customers: all.length,
    rate,
    mean,
    spoiled: 'arrived,service\n1,2\n2,x\n3,1',
    says: /^2 good.*:3: service is "x"; expected a number, or a duration such as 20ms/,
  },
  {
    name: 'ndjson',
    content: all
      .map(({ arrived, service }) => JSON.stringify({ time: arrived * 1000, took_ms: service * 1000 }))
      .join('\n'),
    options: { columns: { service: { column: 'took_ms' } } },
    customers: all.length,
    rate,
    mean,
    spoiled: '{"time":1,"took_ms":1}\n{"time":2,"took_ms":-1000}\n{"time":3,\n{"time":4,"took_ms":1}',
    says: /^2 good.*:2: took_ms is negative: -1 s.*:3: this is no JSON object/,
  },
  {
    name: 'json',
    content: JSON.stringify(
      {
        total_count: all.length,
        jobs: all.map(({ arrived, started, finished }) => ({
          created_at: arrived,
          started_at: started,
          completed_at: finished,
        })),
      },
      null,
      1,
    ),
    customers: all.length,
    rate,
    mean,
    spoiled: '[{"time":1,"service":1},\n{"time":2,"service":-1},\n7,{"time":4,"service":1}]',
    says: /^2 good.*item 2 of the list: service is negative: -1 s.*item 3 of the list: no object/,
  },
  {
    name: 'otlp',
    content: spans.join('\n'),
    customers: all.length,
    rate,
    mean,
    spoiled: [
      spans[0],
      spans[2].replace(/"startTimeUnixNano":"\d+"/, '"startTimeUnixNano":"?"'),
      spans[4],
    ].join('\n'),
    says: /^2 good.*:2: startTimeUnixNano of span p2 is no number of nanoseconds.*:2: the producer of span c2 is not in the file/,
  },
  {
    name: 'k6',
    content: [
      '{"type":"Metric","metric":"http_req_duration","data":{"name":"http_req_duration","type":"trend","contains":"time"}}',
      ...all.map(point),
    ].join('\n'),
    customers: all.length,
    mean,
    spoiled: [point(all[0]), point(all[1]).replace(/"value":[\d.]+/, '"value":null'), point(all[2])].join(
      '\n',
    ),
    says: /^2 good.*:2: data\.value is no duration/,
  },
  {
    name: 'counts',
    content: [
      'hour,count,mean_service_ms',
      ...hours.map(({ i, count }) => `${start - (start % 3600) + 3600 * i},${count},50`),
    ].join('\n'),
    customers: hours.reduce((sum, { count }) => sum + count, 0),
    rate: hours.reduce((sum, { count }) => sum + count, 0) / (72 * 3600),
    mean: 0.05,
    spoiled: 'hour,count\n2026-03-01T00:00,5\n2026-03-01T01:00,7\n2026-03-01T02:20,7',
    says: /:4: 4800 s after the row before, where the shortest step is 3600 s; expected equal stretches of time/,
  },
  {
    name: 'percentiles',
    content: 'p50=8ms, p95=32ms, p99=85ms\n',
    spoiled: 'p50=8ms\np95=32',
    says: /:2: "32" has no unit; expected a duration such as 85ms, or --unit ms for all of them/,
  },
  {
    name: 'prometheus',
    content: exposition.join('\n'),
    customers: 1000,
    mean: 0.0555,
    spoiled: exposition.join('\n').replace('le="1"} 1000', 'le="1"} 800'),
    says: /:5: the bucket up to 1 holds 800, fewer than the 900 up to 0.1/,
  },
  {
    name: 'prometheus-query',
    content: JSON.stringify(answer),
    customers: 1000,
    rate: 1000 / 60,
    mean: 0.0555,
    spoiled: JSON.stringify({
      ...answer,
      data: { ...answer.data, result: [{ metric: {}, histogram: [1, {}] }] },
    }),
    says: /data\.result\[0\]: a native histogram, whose buckets this program does not read/,
  },
  {
    name: 'hdr-percentiles',
    content: histogram().outputPercentileDistribution(5, 1e6, false),
    options: { unit: 1e-3 },
    customers: all.length,
    mean,
    spoiled: 'Value Percentile TotalCount 1/(1-Percentile)\n 1.0 0.0 1 1.00\nhello\n 2.0 0.5 2 2.00\n',
    says: /:3: this is no row of the table; expected value, percentile and count/,
  },
  {
    name: 'hdr-log',
    content: [
      '#[Histogram log format version 1.3]',
      `#[StartTime: ${start}.5 (seconds since epoch), Tue Nov 14 2023]`,
      '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
      interval(0),
      interval(1),
    ].join('\n'),
    customers: 2 * all.length,
    rate: all.length,
    mean,
    spoiled: [interval(0), interval(1).slice(0, -60)].join('\n'),
    says: /:2: the compressed histogram cannot be read/,
  },
];
