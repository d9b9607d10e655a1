import { describe, expect, onTestFinished, test } from 'vitest';
import { Ring } from '../../src/engines/simulation/ring.js';
import { studentFactor } from '../../src/statistics/student.js';
import { falseAlarm, type SelftestReport, selftest } from '../../src/study/selftest.js';

async function reportOf(seed: number, customers: number): Promise<SelftestReport> {
  const report = await selftest({ seed, customers, workers: 1 });
  if (report === undefined) throw new Error('interrupted');
  return report;
}

const failures = ({ rows }: SelftestReport) =>
  rows.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

/** Not by a spy, which would keep every call. */
function plant<K extends string, F>(prototype: Record<K, F>, name: K, fault: F): void {
  const sound = prototype[name];
  prototype[name] = fault;
  onTestFinished(() => {
    prototype[name] = sound;
  });
}

describe('the self-test', () => {
  test('passes, and claims no more than it does', async () => {
    const seeds = [1, 2, 3, 4];
    const reports = await Promise.all(seeds.map(seed => reportOf(seed, 100_000)));
    expect(reports.flatMap(failures)).toEqual([]);
    // By how many standard errors each value is off, were all as rare as Student's t has them: a twentieth beyond 95 %.
    const [{ values }] = reports;
    const allowed = studentFactor(1 - falseAlarm / values, 15);
    const strains = reports.flatMap(({ rows }) =>
      rows.flatMap(row => row.comparisons.map(({ strain }) => strain)),
    );
    const beyond = strains.filter(strain => strain * allowed > studentFactor(0.95, 15)).length;
    expect(strains).toHaveLength(seeds.length * values);
    // Values of one case move together, so the share of a few hundred spreads more than a binomial one.
    expect(beyond / strains.length).toBeGreaterThan(0.005);
    expect(beyond / strains.length).toBeLessThan(0.1);
  });

  test('is the same for the same seed', async () => {
    expect(await reportOf(9, 20_000)).toEqual(await reportOf(9, 20_000));
  });

  test('finds a line that serves the last first', async () => {
    const { shift } = Ring.prototype;
    plant(Ring.prototype, 'shift', function (this: Ring) {
      const waiting = Array.from({ length: this.size }, (_, i) => this.at(i));
      while (this.size > 0) shift.call(this);
      const last = waiting.pop() ?? Number.NaN;
      for (const item of waiting) this.push(item);
      return last;
    });
    expect(failures(await reportOf(1, 100_000))).toContain('M/M/2/12');
  });

  test('stops when it is told to', async () => {
    expect(
      await selftest({ seed: 1, customers: 1e6, workers: 1, signal: AbortSignal.abort() }),
    ).toBeUndefined();
  });
});
