import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import type { RunCheck } from '../../../src/engines/live/checks/check.js';
import { gate } from '../../../src/engines/live/checks/gate.js';
import { runChecks } from '../../../src/engines/live/checks/index.js';
import { lawDistance } from '../../../src/engines/live/checks/law-distance.js';
import { exponential, normal, streamFor } from '../../../src/random/index.js';
import { slopeOf } from '../../../src/statistics/slope.js';
import { studentFactor } from '../../../src/statistics/student.js';
import { synthetic } from '../../measurement/synthetic.js';
import { checked } from './checked.js';

/** Four standard deviations above what is expected of so many independent tries. */
const most = (tries: number, chance: number) => tries * chance + 4 * Math.sqrt(tries * chance);

describe('how often a sound run fails', () => {
  test('one check or another of all that there are: as seldom as they say together', () => {
    const runs = 150;
    const failures = new Map<string, number>();
    for (let seed = 1; seed <= runs; seed++) {
      const [servers, utilisation] = [1 + (seed % 4), [0.5, 0.7, 0.9][seed % 3]];
      const run = synthetic({ seed, servers, utilisation, late: 1e-4 });
      const failed = gate(checked(run, { servers, utilisation })).filter(({ passed }) => !passed);
      expect(failed.filter(({ falseAlarms }) => falseAlarms === 0)).toEqual([]);
      for (const { name } of failed) failures.set(name, (failures.get(name) ?? 0) + 1);
    }
    const together = Object.values<RunCheck>(runChecks).reduce(
      (sum, { falseAlarms }) => sum + falseAlarms,
      0,
    );
    expect(together).toBeLessThanOrEqual(0.004);
    const all = [...failures.values()].reduce((sum, count) => sum + count, 0);
    expect(all, JSON.stringify([...failures])).toBeLessThanOrEqual(most(runs, together));
  });

  test.each<DistributionSpec>([
    { distribution: 'exponential', mean: 0.01 },
    { distribution: 'lognormal', mean: 0.01, scv: 4 },
    { distribution: 'deterministic', value: 0.01 },
    { distribution: 'hyperexponential', mean: 0.01, scv: 9 },
    { distribution: 'uniform', min: 0.002, max: 0.018 },
  ])('the law of its times, though each is late by something else: $distribution', spec => {
    const [law, draws, lateness] = [distributionOf(spec), streamFor(7, 'draws'), streamFor(7, 'lateness')];
    const tries = 1500;
    let failed = 0;
    for (let i = 0; i < tries; i++) {
      const times = new Float64Array(20 + (i % 5) * 100);
      law.fill(times, draws);
      const carriedOut = times.map(time => time + 2.9e-4 * lateness.uniform());
      const found = lawDistance(carriedOut, law, { seconds: 3e-4 });
      if (found && found.distance > found.limit) failed++;
    }
    expect(failed).toBeLessThanOrEqual(most(tries, 1e-3));
  });

  test.each<DistributionSpec>([
    { distribution: 'exponential', mean: 0.01 },
    { distribution: 'deterministic', value: 0.01 },
  ])('the law of its times, though one in ten is late by much more: $distribution', spec => {
    const [law, draws, lateness] = [distributionOf(spec), streamFor(9, 'draws'), streamFor(9, 'lateness')];
    const late = { share: 0.1, seconds: 2.5e-3 };
    const tries = 1500;
    let failed = 0;
    for (let i = 0; i < tries; i++) {
      const times = new Float64Array(100 + (i % 5) * 300);
      law.fill(times, draws);
      const carriedOut = times.map(
        time => time + (lateness.uniform() < 0.1 ? late.seconds : 2.9e-4) * lateness.uniform(),
      );
      const found = lawDistance(carriedOut, law, { seconds: 3e-4, late });
      if (found && found.distance > found.limit) failed++;
    }
    expect(failed).toBeLessThanOrEqual(most(tries, 1e-3));
  });

  test('another law is seen all the same: Erlang in the place of exponential, and twice as many late', () => {
    const tolerance = { seconds: 3e-4, late: { share: 0.1, seconds: 2.5e-3 } };
    const [draws, lateness] = [streamFor(11, 'draws'), streamFor(11, 'lateness')];
    const times = new Float64Array(2000);
    distributionOf({ distribution: 'erlang', mean: 0.01, k: 2 }).fill(times, draws);
    const other = lawDistance(times, distributionOf({ distribution: 'exponential', mean: 0.01 }), tolerance);
    expect(other?.distance).toBeGreaterThan(other?.limit as number);
    const late = times.map(() => 0.01 + (lateness.uniform() < 0.2 ? 1e-3 : 0));
    const more = lawDistance(late, distributionOf({ distribution: 'deterministic', value: 0.01 }), tolerance);
    expect(more?.distance).toBeGreaterThan(more?.limit as number);
  });

  // The margin of 2 % for times that are far off hides chance in large samples: without it the rate is what it is said to be.
  test('the limit of the law without its margin is that of Kolmogorov: one in a thousand', () => {
    const [law, draws] = [distributionOf({ distribution: 'exponential', mean: 1 }), streamFor(3, 'draws')];
    const tries = 10_000;
    let failed = 0;
    for (let i = 0; i < tries; i++) {
      const times = new Float64Array(100);
      law.fill(times, draws);
      const found = lawDistance(times, law, { seconds: 0 });
      if (found && found.distance > found.limit - 0.02) failed++;
    }
    expect(failed).toBeGreaterThan(2);
    expect(failed).toBeLessThanOrEqual(most(tries, 1e-3));
  });

  test.each([
    [0, 1e-3],
    [0.3, 5e-3],
    [0.6, 2e-2],
  ])(
    'the change over the run, of stretches that resemble each other by %d: at most %d',
    (likeness, chance) => {
      const stream = streamFor(5, 'batches');
      const factor = studentFactor(0.999, 18);
      const tries = 20_000;
      let failed = 0;
      for (let i = 0; i < tries; i++) {
        let value = normal(stream);
        const means = Array.from({ length: 20 }, () => {
          value = likeness * value + Math.sqrt(1 - likeness ** 2) * normal(stream);
          return value;
        });
        const { slope, standardError } = slopeOf(means);
        if (Math.abs(slope) > factor * standardError) failed++;
      }
      expect(failed / tries).toBeLessThanOrEqual(chance);
    },
  );

  test('the change over the run, where a few messages cost a hundred times as much', () => {
    const stream = streamFor(6, 'costs');
    const factor = studentFactor(0.999, 18);
    const tries = 2000;
    let failed = 0;
    for (let i = 0; i < tries; i++) {
      const means = Array.from({ length: 20 }, () => {
        let sum = 0;
        for (let message = 0; message < 100; message++)
          sum += exponential(stream) * (stream.uniform() < 0.01 ? 100 : 1);
        return sum / 100;
      });
      const { slope, standardError } = slopeOf(means);
      if (Math.abs(slope) > factor * standardError) failed++;
    }
    expect(failed).toBeLessThanOrEqual(most(tries, 1e-3));
  });
});
