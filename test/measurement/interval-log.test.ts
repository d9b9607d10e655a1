import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIntervalLog } from '../../src/ingest/hdr/interval-log.js';
import { importData } from '../../src/ingest/index.js';
import { encodeIntervalLog } from '../../src/measurement/interval-log.js';
import { scratch } from '../cli/sojourn.js';
import { synthetic } from './synthetic.js';

const startedAt = '2026-03-01T12:00:00.250Z';
const earlier = (time: number, i: number) => (i % 3 === 0 ? Math.max(0, time - 4e-3) : time);

/** Two consumers; every third message was sent 4 ms late, which is part of its sojourn all the same. */
const run = (() => {
  const perfect = synthetic({ servers: 2, messages: 3000 });
  return { ...perfect, intended: perfect.intended.map(earlier) };
})();

function logOf(observations = run): string {
  const file = join(scratch(), 'times.hlog');
  writeFileSync(file, encodeIntervalLog(observations, 'virtual', startedAt));
  return file;
}

function valueOfRank(values: readonly { value: number; count: number }[], rank: number): number {
  let below = 0;
  for (const { value, count } of values) {
    below += count;
    if (below >= rank) return value;
  }
  throw new Error('no values');
}

describe('the interval log of a run', () => {
  test.each([
    ['sojourn', run.finished.map((end, i) => end - run.intended[i])],
    ['wait', run.started.map((start, i) => start - run.intended[i])],
    ['sojourn-from-sent', run.finished.map((end, i) => end - run.sent[i])],
    ['wait-from-sent', run.started.map((start, i) => start - run.sent[i])],
  ])('gives every percentile of %s back, to three figures', (tag, times) => {
    const { values, inNanoseconds } = readIntervalLog(logOf(), tag);
    expect(inNanoseconds).toBe(true);
    const sorted = times.slice().sort();
    let worst = 0;
    for (let rank = 1; rank <= sorted.length; rank++) {
      const exact = sorted[rank - 1];
      const read = valueOfRank(values, rank) * 1e-9;
      worst = Math.max(worst, Math.abs(read - exact) - exact * 1e-3);
    }
    expect(worst).toBeLessThan(1e-9);
  });

  test('has an interval for every second of the run, with those who left in it', () => {
    const { intervals } = readIntervalLog(logOf(), 'sojourn');
    const end = Math.max(...run.finished);
    expect(intervals).toHaveLength(Math.ceil(end));
    intervals.forEach(({ start, length, count }, second) => {
      expect(start).toBeCloseTo(Date.parse(startedAt) / 1000 + second, 3);
      expect(length).toBeCloseTo(Math.min(1, end - second), 3);
      expect(count).toBe(run.finished.filter(time => Math.floor(time) === second).length);
    });
  });

  test('is known by its beginning, and read by import with its rate', () => {
    const { inferred } = importData(logOf(), { columns: {}, labels: { tag: 'sojourn' } });
    expect(inferred.format).toBe('hdr-log');
    expect(inferred.customers).toBe(3000);
    expect(inferred.arrivals?.rate).toBeCloseTo(3000 / Math.max(...run.finished), 2);
  });

  test('leaves out what no consumer has finished', () => {
    const finished = run.finished.map((time, i) => (i < 100 ? time : Number.NaN));
    const { intervals } = readIntervalLog(logOf({ ...run, finished }), 'sojourn');
    expect(intervals.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });

  test('of a run in which nobody was served has no interval, and is valid all the same', () => {
    const text = encodeIntervalLog(
      { ...run, finished: run.finished.map(() => Number.NaN) },
      'virtual',
      startedAt,
    );
    expect(text).not.toContain('Tag=');
    expect(text).not.toContain('NaN');
  });
});
