import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sojourn } from './sojourn.js';

/** Numbers that other people worked out or measured, each from one command line. */
const json = async (...args: string[]) => JSON.parse((await sojourn([...args, '--json'])).stdout);
const scenario = (name: string) => join(root, 'scenarios', name);

interface Row {
  servers: number;
  load: number;
  within: { time: number; value: number }[];
  measures: Record<string, { value: number }>;
}

describe('numbers to be met', () => {
  test('build runners: shares that wait at most so long, to two digits', async () => {
    const { servers, table } = await json(
      ...['size', '--arrivals', '30/h', '--service', '5min', '--wait', 'p99<15min'],
      ...['--within', '30s,5min,10min,20min,25min'],
    );
    expect(servers).toBe(4);
    const shares = (count: number) =>
      table
        .find((row: Row) => row.servers === count)
        .within.toSorted((a: { time: number }, b: { time: number }) => a.time - b.time)
        .map(({ value }: { value: number }) => Math.round(value * 100) / 100);
    expect(shares(3)).toEqual([0.33, 0.57, 0.74, 0.84, 0.9, 0.94]);
    expect(shares(4).slice(0, 3)).toEqual([0.72, 0.93, 0.98]);
    expect(shares(5).slice(0, 2)).toEqual([0.9, 0.99]);
    expect(shares(7)[0]).toBe(0.99);
  });

  test('a call centre: 35 agents answer 81.2 % of the calls within 15 s, 34 answer 73.0 %', async () => {
    const { servers, table } = await json(
      ...['size', '--arrivals', '300/30min', '--service', '180s', '--wait', 'p80<15s'],
    );
    expect(servers).toBe(35);
    const within = (count: number) => table.find((row: Row) => row.servers === count).within[0].value;
    expect(within(35)).toBeCloseTo(0.812, 3);
    expect(within(34)).toBeCloseTo(0.73, 3);
  });

  test('a merge queue at 1.36 of its capacity gets 15 longer a day, and two side by side are enough', async () => {
    const { servers, table } = await json('size', scenario('whatif-merge-queue.yaml'));
    expect(servers).toBe(2);
    const [one] = table as Row[];
    expect(one.load).toBeCloseTo(56 / (1440 / 35), 12);
    expect(one.measures.growthRate.value * 86_400).toBeCloseTo(14.86, 2);
    expect(Object.keys(one.measures)).not.toContain('meanWait');
  });

  test('a first minute: two numbers and a target give servers, a table and what breaks first', async () => {
    const { stdout, code } = await sojourn([
      ...['size', '--arrivals', '30/h', '--service', '5min', '--wait', 'p99<30s'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^7 servers: /);
    expect(stdout).toContain('p99 wait < 30s breaks first');
    expect(stdout).toContain('Next: sojourn drain --arrivals 30/h --service 5min --servers 7 --pause 10min');
  });

  test('prefetch: 104 ms under way and 4 ms of work take 26 messages at once', async () => {
    const { points } = await json('sweep', scenario('whatif-prefetch.yaml'), '--vary', 'clients=24..27');
    const busy = (points as { at: number[]; measures: Record<string, { value: number }> }[]).map(
      ({ measures }) => measures.utilisation.value,
    );
    // 4 ms of 104 for each message under way, until the consumer is always busy.
    for (const [i, share] of [24 / 26, 25 / 26, 1, 1].entries()) expect(busy[i]).toBeCloseTo(share, 2);
  });

  test('build jobs in bursts wait as long as they were seen to, with runners that are idle most of the time', async () => {
    const cheap = ['--engines', 'simulation', '--no-report', '--set', 'run.precision=6%'];
    const { results } = await json('run', scenario('whatif-ci-bursts.yaml'), ...cheap);
    const [{ measures, waitQuantiles }] = results;
    const minutes = (p: number) =>
      waitQuantiles.find((quantile: { p: number }) => quantile.p === p).value / 60;
    // 624 runner-hours of work in a week of 16 runners.
    expect(measures.utilisation.value).toBeCloseTo(624 / (16 * 7 * 24), 1);
    expect(minutes(0.5)).toBeGreaterThan(12);
    expect(minutes(0.5)).toBeLessThan(15);
    expect(Math.abs(minutes(0.95) / 104 - 1)).toBeLessThan(0.12);
    // 1,330 runner-hours of waiting for 3,075 jobs.
    expect(Math.abs(measures.meanWait.value / ((1330 * 3600) / 3075) - 1)).toBeLessThan(0.12);
    const { answers } = await json('theory', 'M/M/16', '--arrivals', '439/d', '--service', '730s');
    expect(answers[0].measures.probabilityOfWait.value).toBeLessThan(0.001);
  });

  test('one line before four cores: 11 us in the median, 32 us for all but one in a thousand', async () => {
    const cheap = ['--engines', 'simulation', '--no-report', '--set', 'run.precision=4%'];
    const { results } = await json('run', scenario('whatif-cores.yaml'), ...cheap);
    const [{ sojournQuantiles }] = results;
    const micro = (p: number) =>
      sojournQuantiles.find((quantile: { p: number }) => quantile.p === p).value * 1e6;
    expect(micro(0.5) / 11).toBeCloseTo(1, 1);
    expect(micro(0.999) / 32).toBeCloseTo(1, 1);
  });

  test.each([0.2, 0.5, 0.8, 0.9])('one core at %d follows the curve of M/D/1', async load => {
    const { answers } = await json('theory', 'M/D/1', '--arrivals', `${load}/s`, '--service', '1s');
    expect(answers[0].measures.meanSojourn.value).toBeCloseTo(1 + load / (2 * (1 - load)), 9);
  });

  test.each([
    [0.5, 18e3],
    [0.8, 138e3],
    [0.9, 584e3],
    [0.95, 2.4e6],
    [0.99, 61e6],
  ])(
    'at utilisation %d one must see %d arrivals to know the mean within a twentieth',
    async (load, arrivals) => {
      const { length } = await json(
        ...['theory', 'M/M/1', '--arrivals', `${load}/s`, '--service', '1s', '--precision', '5%'],
      );
      expect(length.arrivals / arrivals).toBeGreaterThan(0.97);
      expect(length.arrivals / arrivals).toBeLessThan(1.03);
      expect(length).toMatchObject({ kind: 'approximation', confidence: 0.95 });
    },
  );
});
