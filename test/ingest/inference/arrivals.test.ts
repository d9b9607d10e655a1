import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { ArrivalsSeen } from '../../../src/ingest/inference/arrivals-seen.js';
import { CountsOverTime, wholeStretches } from '../../../src/ingest/inference/counts.js';
import { described } from '../../../src/ingest/inference/rate-over-time.js';
import { TailSeen } from '../../../src/ingest/inference/tail.js';
import { Ticks } from '../../../src/ingest/inference/ticks.js';
import { chooseArrivals } from '../../../src/ingest/scenario/arrivals.js';
import { profileOf } from '../../../src/ingest/scenario/profile.js';
import { exponential, streamFor } from '../../../src/random/index.js';

const hour = 3600;

describe('counts over time', () => {
  test('stretches widen as the time grows, and no arrival is lost', () => {
    const seen = new CountsOverTime();
    for (let i = 0; i < 100_000; i++) seen.add(i);
    const { width, counts, start } = seen.all() ?? { width: 0, counts: [], start: 0 };
    expect(width).toBe(60);
    expect(start).toBe(60);
    expect(new Set(counts)).toEqual(new Set([60]));
  });

  test('wider stretches are only those that are known from end to end', () => {
    const wide = wholeStretches({ start: 1800, width: 600, counts: new Array(20).fill(2) }, hour);
    expect(wide).toEqual({ start: hour, width: hour, counts: [12, 12] });
  });
});

function arrivals(rateAt: (time: number) => number, most: number, until: number): ArrivalsSeen {
  const stream = streamFor(1, 'test');
  const seen = new ArrivalsSeen();
  for (let time = 0; ; ) {
    time += exponential(stream) / most;
    if (time > until) return seen;
    if (stream.uniform() * most < rateAt(time)) seen.add(time);
  }
}

describe('a rate that changes', () => {
  const day = 24 * hour;
  const daily = (time: number) => (time % day < day / 2 ? 0.02 : 0.1);

  test('is seen, and becomes a profile by the hour of the day', () => {
    const found = arrivals(daily, 0.1, 4 * day).summary('arrived');
    expect(found?.overTime?.changes).toBe(true);
    if (!found?.overTime) throw new Error('nothing seen');
    const { spec, why } = profileOf(found.overTime);
    const hourly = spec.hourly as readonly number[];
    expect(hourly.length).toBe(24);
    // Three or four whole hours of 72 or 360 arrivals: five standard errors.
    expect(Math.abs(hourly[3] - 0.02)).toBeLessThan(5 * Math.sqrt(0.02 / hour / 3));
    expect(Math.abs(hourly[20] - 0.1)).toBeLessThan(5 * Math.sqrt(0.1 / hour / 3));
    expect(why).toContain('hour of the day');
  });

  test('is not seen where it stays', () => {
    expect(arrivals(() => 0.1, 0.1, 4 * day).summary('arrived')?.overTime?.changes).toBe(false);
  });

  test('counts of less than two days are played as they are', () => {
    const counts = described({ start: 0, width: hour, counts: [10, 200, 400, 10] }, 1, {
      stretches: 2,
      each: 1,
    });
    if (!counts) throw new Error('nothing seen');
    expect(counts.changes).toBe(true);
    expect(profileOf(counts).spec).toEqual({
      process: 'profile',
      rates: [10, 200, 400, 10].map(count => count / hour),
      durations: [hour, hour, hour, hour],
    });
  });
});

describe('clocks', () => {
  const tickOf = (times: readonly number[]) => {
    const ticks = new Ticks();
    for (const time of times) ticks.add(time);
    return ticks.tick();
  };
  test.each([
    [[1_700_000_000, 1_700_000_003, 1_700_000_009], 3],
    [[0.25, 0.5, 1.75], 0.25],
    [[1_700_000_000.123, 1_700_000_000.124, 1_700_000_001.5], 0.001],
  ])('%j lie on a lattice', (times, tick) => expect(tickOf(times)).toBe(tick));
  test.each([[[0, 0.1234561, 0.2345679, Math.PI]], [[5, 5, 5]]])('%j do not', times =>
    expect(tickOf(times)).toBeUndefined(),
  );
});

test('a clock that ticks once in three seconds hides how ten arrivals in that time cluster, and does not invent bursts', () => {
  const stream = streamFor(1, 'test');
  const seen = new ArrivalsSeen();
  for (let i = 0, time = 0; i < 3000; i++) {
    time += 0.3 * exponential(stream);
    seen.add(3 * Math.floor(time / 3));
  }
  const found = seen.summary('arrived');
  expect(found?.tick).toBe(3);
  expect(found?.together).toBeGreaterThan(0.85);
  expect(found?.scv).toBeUndefined();
  expect(found?.exponentialGaps).toBeUndefined();
  for (const { window } of found?.dispersion ?? []) expect(window).toBeGreaterThanOrEqual(30);
  expect(found && chooseArrivals(found).spec.process).toBe('poisson');
});

test('gaps of Poisson arrivals pass for exponential, those of regular ones do not', () => {
  const steady = new ArrivalsSeen();
  for (let i = 0; i < 500; i++) steady.add(i + 0.1 * Math.sqrt((i * 7919) % 101));
  expect(steady.summary('arrived')?.exponentialGaps?.p).toBe(0.01);
  expect(arrivals(() => 1, 1, 1000).summary('arrived')?.exponentialGaps?.p).toBeGreaterThan(0.05);
});

describe.each([1, 2, 3])('the tail of Pareto laws, seed %i', seed => {
  test.each([1.5, 3])('index %d lies in the interval, give or take one standard error', alpha => {
    const block = new Float64Array(20_000);
    distributionOf({ distribution: 'pareto', alpha, min: 1 }).fill(block, streamFor(seed, 'test'));
    const seen = new TailSeen();
    for (const value of block) seen.add(value);
    const { index, low, high, largest } = seen.tail() ?? { index: 0, low: 0, high: 0, largest: 0 };
    expect(largest).toBe(1000);
    expect(Math.abs(index - alpha)).toBeLessThan(1.5 * (high - index));
    expect(high - low).toBeCloseTo((2 * 1.96 * index) / Math.sqrt(1000), 10);
  });
});
