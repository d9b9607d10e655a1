import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { distributionOf } from '../../src/distributions/index.js';
import { type Inferred, importData, type ReadOptions } from '../../src/ingest/index.js';

function fileOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'metrics');
  writeFileSync(file, content);
  return file;
}

const read = (content: string, options: Partial<ReadOptions> = {}): Inferred =>
  importData(fileOf(content), { columns: {}, labels: {}, ...options }).inferred;

/** A histogram with 10, 20 and 30 up to 0.1, 1 and any number of units. */
const histogram = (name: string, labels = '', scale = 1): string =>
  [
    `# TYPE ${name} histogram`,
    `${name}_bucket{${labels}le="0.1"} ${10 * scale}`,
    `${name}_bucket{${labels}le="1"} ${20 * scale}`,
    `${name}_bucket{${labels}le="+Inf"} ${30 * scale}`,
    `${name}_sum{${labels.replace(/,$/, '')}} ${15 * scale}`,
    `${name}_count{${labels.replace(/,$/, '')}} ${30 * scale}`,
    '',
  ].join('\n');

const summary = (labels: string): string =>
  [
    '# TYPE job_seconds summary',
    `job_seconds{${labels}quantile="0.5"} 0.2`,
    `job_seconds{${labels}quantile="0.9"} 0.5`,
    `job_seconds{${labels}quantile="0.99"} 1.5`,
    `job_seconds_sum{${labels}} 25`,
    `job_seconds_count{${labels}} 100`,
    '',
  ].join('\n');

const vector = (result: readonly object[]): string =>
  JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });

describe('which of several', () => {
  const two = histogram('a_seconds') + histogram('b_ms', 'queue="x",') + histogram('b_ms', 'queue="y",', 2);

  test('is asked for, by the names that there are', () => {
    expect(() => read(two)).toThrow(
      /several histograms; choose one by --metric:\n {2}a_seconds: .*\n {2}b_ms: /,
    );
    expect(() => read(two, { metric: 'c' })).toThrow('--metric c: ');
  });

  test('is chosen by metric and label, with the unit of its name', () => {
    const { customers, buckets, notes } = read(two, { metric: 'b_ms_bucket', labels: { queue: 'y' } });
    expect(customers).toBe(60);
    expect(buckets?.mean.low).toBeCloseTo(0.0005, 12);
    expect(notes).toContain('unit: ms, by its name');
    expect(() => read(two, { metric: 'b_ms', labels: { queue: 'z' } })).toThrow(
      /--label queue=z: .*\n {2}queue: x, y/,
    );
  });

  test('counts of several sources are added up, and that is told', () => {
    const { customers, notes } = read(two, { metric: 'b_ms' });
    expect(customers).toBe(90);
    expect(notes.join()).toContain('the counts of 2 sources are added up');
  });
});

describe('what cannot be told is refused', () => {
  test.each([
    [
      'no unit',
      histogram('bullmq_completed_duration'),
      /nothing tells the unit of "bullmq_completed_duration"; say it: --unit s/,
    ],
    [
      'a gauge',
      '# TYPE queue_length gauge\nqueue_length 5\n',
      /no histogram or summary among 1 series \(queue_length\)/,
    ],
    ['no last bucket', histogram('a_seconds').replace(/.*Inf.*\n/, ''), /:3: there is no bucket le="\+Inf"/],
    [
      'a count of another time',
      histogram('a_seconds').replace('count{} 30', 'count{} 31'),
      /:6: a_seconds_count says 31, its buckets 30/,
    ],
    [
      'other bounds',
      histogram('a_seconds', 'i="1",') + histogram('a_seconds', 'i="2",').replace('le="1"', 'le="2"'),
      /:8: its buckets have other bounds than .*:2, so they cannot be added up/,
    ],
    [
      'percentiles of several sources',
      summary('i="1",') + summary('i="2",'),
      /cannot be averaged or added up; choose one by --label:\n {2}i=1\n {2}i=2/,
    ],
    [
      'no bound',
      'a_seconds_bucket{le="0"} 5\na_seconds_bucket{le="+Inf"} 5\n',
      /:1: the histogram has no bound above 0/,
    ],
    ['an empty histogram', histogram('a_seconds', '', 0), /the histogram a_seconds is empty/],
    [
      'a line that is none',
      `${histogram('a_seconds')}hello {\n`,
      /:7: this is no sample of a text exposition/,
    ],
    [
      'a failed query',
      '{"status":"error","errorType":"bad_data","error":"parse error"}',
      /the query failed: parse error/,
    ],
    ['an empty answer', vector([]), /data\.result is empty/],
    [
      'a number that is none',
      vector([{ metric: { __name__: 'a_seconds_bucket', le: '1' }, value: [1, 'x'] }]),
      /data\.result\[0\]: \[1,"x"\] is no sample/,
    ],
  ])('%s', (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });
});

describe('how many come', () => {
  test('by two scrapes and the time between them', () => {
    const earlier = fileOf(histogram('a_seconds'));
    const { arrivals, customers } = read(histogram('a_seconds', '', 3), { earlier, between: 60 });
    expect(customers).toBe(60);
    expect(arrivals?.rate).toBe(1);
    expect(arrivals?.span).toBe(60);
    expect(() => read(histogram('a_seconds', '', 3), { earlier })).toThrow('--between 60s');
  });

  test('a counter that fell has begun anew', () => {
    const earlier = fileOf(histogram('a_seconds', '', 5));
    expect(read(histogram('a_seconds'), { earlier, between: 60 }).customers).toBe(30);
  });

  test('by the stamps of OpenMetrics, whose exemplars are left alone', () => {
    const stamped = (scale: number, time: number) =>
      `${histogram('a', '', scale)
        .replace(/ (\d+)$/gm, ` $1 ${time}`)
        .replace('# TYPE', '# UNIT a seconds\n# TYPE')
        .replace(/(le="1".*)/, '$1 # {trace_id="x"} 0.5 1.0')}# EOF\n`;
    const { arrivals, notes } = read(stamped(3, 1_700_000_060.5), {
      earlier: fileOf(stamped(1, 1_700_000_000.5)),
    });
    expect(arrivals?.rate).toBe(1);
    expect(notes).toContain('unit: s, by its line # UNIT');
  });

  test('by the series of rate(), which have no name', () => {
    const rates = vector(
      [
        ['0.1', '1'],
        ['1', '2.5'],
        ['+Inf', '3'],
      ].map(([le, value]) => ({ metric: { le }, value: [1_700_000_000, value] })),
    );
    expect(() => read(rates)).toThrow('--unit s');
    const { arrivals, customers, buckets } = read(rates, { unit: 1 });
    expect(arrivals?.rate).toBe(3);
    expect(customers).toBeUndefined();
    expect(buckets?.mean).toEqual({ low: 0.1 * 0.5 + 1 / 6 });
  });

  test('one scrape does not say', () => {
    const { arrivals, notes } = read(histogram('a_seconds'));
    expect(arrivals).toBeUndefined();
    expect(notes.join()).toContain('give --earlier');
  });
});

test('the percentiles of one source are kept as bounds', () => {
  const { buckets } = read(summary('i="1",'));
  expect(buckets?.mean).toEqual({ low: 0.25, high: 0.25 });
  expect(buckets?.points.map(({ time }) => time)).toEqual([0.2, 0.5, 1.5]);
});

test.each([
  ['all below the first bound', '0.1', 5, 5, 0.2],
  ['all beyond the last bound', '0.1', 0, 5, 10],
  ['all of them nowhere near the mean that was measured', '0.1', 5, 5, 50],
])('%s: a law is made all the same', (_, le, below, all, sum) => {
  const { buckets } = read(
    `a_seconds_bucket{le="${le}"} ${below}\na_seconds_bucket{le="+Inf"} ${all}\na_seconds_sum ${sum}\na_seconds_count ${all}\n`,
  );
  const law = buckets && distributionOf(buckets.pieces);
  expect(law?.mean).toBeGreaterThan(0);
  expect(law?.cdf(0.1)).toBeCloseTo(below / all, 12);
});
