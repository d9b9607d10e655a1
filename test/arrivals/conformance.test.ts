import { describe, expect, it } from 'vitest';
import { arrivalProcessOf, type ProcessKind, processes } from '../../src/arrivals/index.js';
import { streamFor } from '../../src/random/index.js';
import { kolmogorovDistance, kolmogorovLimit, standardErrors } from '../random/agreement.js';
import { examples, specs } from './examples.js';

const all: readonly ProcessKind[] = Object.values(processes);
const named = specs.map(spec => [JSON.stringify(spec), arrivalProcessOf(spec)] as const);
const size = 200_000;
const batchCount = 100;

describe.each(all)('$name', kind => {
  it('is in the registry by its own name', () => {
    expect(processes[kind.name as keyof typeof processes]).toBe(kind);
  });

  it('describes every parameter in a sentence, and uses each in a form', () => {
    expect(kind.about).toMatch(/^[A-Z].*\.$/);
    for (const { about } of Object.values(kind.parameters)) expect(about).toMatch(/^[A-Z].*[^.]\.$/);
    expect([...new Set(kind.forms.flat())].sort()).toEqual(Object.keys(kind.parameters).sort());
  });

  it('has forms that differ as sets, and an example for each', () => {
    const sets = kind.forms.map(form => [...form].sort().join());
    expect(new Set(sets).size).toBe(sets.length);
    const shown = examples[kind.name as keyof typeof processes].map(e => Object.keys(e).sort().join());
    expect(new Set(shown)).toEqual(new Set(sets));
  });
});

describe.each(named)('%s', (name, process) => {
  const times = new Float64Array(size);
  process.source(streamFor(9, name)).fill(times);

  /** Means over stretches long enough to be nearly independent of each other. */
  const stretches = (of: (time: number) => number): Float64Array =>
    Float64Array.from({ length: batchCount }, (_, k) => {
      const stretch = times.subarray((k * size) / batchCount, ((k + 1) * size) / batchCount);
      return stretch.reduce((sum, time) => sum + of(time), 0) / stretch.length;
    });

  it('counts time forwards', () => {
    expect(times.every(time => time >= 0 && time < Number.POSITIVE_INFINITY)).toBe(true);
  });

  it('arrives at its own rate and with its own scv', () => {
    if (process.scv === 0) {
      expect(times.every(time => time === 1 / process.rate)).toBe(true);
      return;
    }
    expect(
      Math.abs(
        standardErrors(
          stretches(t => t),
          1 / process.rate,
        ),
      ),
    ).toBeLessThan(4.5);
    const variance = (t: number): number => (t * process.rate - 1) ** 2;
    expect(Math.abs(standardErrors(stretches(variance), process.scv))).toBeLessThan(4.5);
  });

  it('has the dispersion of its counts in long windows', () => {
    // 1,800 windows of 100 customers on average, their counts nearly normal: standard error sqrt(2 / 1800).
    const about = 100 / process.rate;
    const { cycle } = process;
    const window = cycle === undefined ? about : Math.ceil(about / cycle) * cycle;
    const counts = new Float64Array(1800);
    let clock = 0;
    for (const time of times) {
      clock += time;
      if (clock < window * counts.length) counts[Math.floor(clock / window)]++;
    }
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (counts.length - 1);
    // What a window of finite length leaves out is of the order of scv^2 / 100.
    const edge = 0.02 + process.scv ** 2 / 100;
    expect(Math.abs(variance / mean - process.dispersion)).toBeLessThan(0.15 * process.dispersion + edge);
  });

  it('gives the same times in blocks of any size, and again from an equal stream', () => {
    const source = process.source(streamFor(9, name));
    let done = 0;
    for (const length of [1, 7, 256, 2, 100]) {
      const block = new Float64Array(length);
      source.fill(block);
      expect(block).toEqual(times.subarray(done, done + length));
      done += length;
    }
  });

  it('keeps the state of one source apart from that of another', () => {
    const [one, other] = [process.source(streamFor(9, name)), process.source(streamFor(10, name))];
    const [mine, theirs] = [new Float64Array(3), new Float64Array(3)];
    for (let i = 0; i < 5; i++) {
      one.fill(mine);
      other.fill(theirs);
      expect(mine).toEqual(times.subarray(3 * i, 3 * i + 3));
    }
  });

  it('gives the law of one interarrival time where they are independent, and only there', () => {
    expect(process.interarrival !== undefined).toBe(process.renewal);
    if (!process.interarrival) return;
    const { mean, scv, cdf } = process.interarrival;
    expect(mean * process.rate).toBeCloseTo(1, 12);
    expect(scv).toBeCloseTo(process.scv, 10);
    expect(process.dispersion).toBeCloseTo(process.scv, 10);
    const below = (t: number): number => cdf(t * (1 - 1e-13) - Number.MIN_VALUE);
    expect(kolmogorovDistance(times, cdf, below)).toBeLessThan(kolmogorovLimit(size));
    const products = times.subarray(1).map((time, i) => (time / mean - 1) * (times[i] / mean - 1));
    if (scv > 0) expect(Math.abs(standardErrors(products, 0))).toBeLessThan(4.5);
  });
});
