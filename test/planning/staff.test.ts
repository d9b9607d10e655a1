import { describe, expect, test } from 'vitest';
import { size } from '../../src/planning/size/size.js';
import { staff } from '../../src/planning/staff/staff.js';
import { evaluator } from '../../src/study/evaluator.js';
import { scenarioOf } from './evaluates.js';

const evaluate = evaluator({ workers: 1 });
const profile = (rates: string, durations: string) =>
  `arrivals: { process: profile, rates: [${rates}], durations: [${durations}] }`;

describe('servers by interval', () => {
  test('of intervals that are long beside the services are those of each rate by itself', async () => {
    const day = scenarioOf(`${profile('60/h, 300/h, 120/h', '3h, 3h, 3h')}, service: 1min`, 'p80 wait < 20s');
    const { outcome, intervals, serverHours, constantServerHours } = await staff(
      day,
      { every: 10_800 },
      evaluate,
    );
    const each = await Promise.all(
      ['60/h', '300/h', '120/h'].map(async rate => {
        const steady = scenarioOf(`arrivals: ${rate}, service: 1min`, 'p80 wait < 20s');
        return (await size(steady, { headroom: false }, evaluate)).servers;
      }),
    );
    expect(intervals.map(({ servers }) => servers)).toEqual(each);
    expect(intervals.map(({ decision, oneFewer }) => [decision, oneFewer])).toEqual(
      each.map(() => ['met', 'missed']),
    );
    expect(outcome).toBe('met');
    const [a = 0, b = 0, c = 0] = each;
    expect(serverHours).toBeCloseTo(3 * (a + b + c), 9);
    expect(constantServerHours).toBeCloseTo(9 * b, 9);
  });

  test('an interval after a busy one inherits its load: more than its own rate would take', async () => {
    const peak = scenarioOf(
      `${profile('6/min, 1/min', '10min, 10min')}, service: 5min, run: { maxCustomers: 3000000 }`,
      'probability of wait < 10%',
    );
    const { intervals, scenario } = await staff(peak, { every: 300 }, evaluate);
    const [first, , third, last] = intervals;
    // In its first five minutes the peak has not yet filled what it fills later; the load of the quiet time is 5.
    expect(third.offeredLoad).toBeCloseTo(5, 9);
    expect(last.offeredLoad).toBeCloseTo(5, 9);
    expect(third.servers).toBeGreaterThan(last.servers + 3);
    expect(first.servers).toBeLessThan(intervals[1].servers);
    const { servers, schedule } = scenario.stations.queue;
    expect(servers).toBe(first.servers);
    expect(schedule).toEqual({
      changes: intervals.slice(1).map(one => ({ at: one.from, servers: one.servers })),
      period: 1200,
    });
  });

  test('a run of given length is staffed from its empty start on, and nobody is needed where nobody comes', async () => {
    const morning = scenarioOf(
      `${profile('0/h, 120/h', '1h, 1h')}, service: 5min, run: { maxCustomers: 1000000, duration: 2h }`,
      'mean wait < 1min',
    );
    const { intervals } = await staff(morning, { every: 3600 }, evaluate);
    expect(intervals[0]).toMatchObject({ servers: 1, rate: 0, measures: {} });
    // Ten are busy in the steady state: from an empty start the mean over an hour is a shorter wait.
    expect(intervals[1].servers).toBeGreaterThanOrEqual(11);
    expect(intervals[1].servers).toBeLessThanOrEqual(13);
  });

  test('where a day has too many customers to be simulated, the first guess says that it is one', async () => {
    const day = scenarioOf(`${profile('900/s, 300/s', '12h, 12h')}, service: 1s`, 'p80 wait < 20s');
    const { outcome, reason, intervals } = await staff(day, { every: 43_200 }, evaluate);
    expect(outcome).toBe('approximation');
    expect(reason).toContain('raise run.maxCustomers');
    expect(intervals.map(({ servers }) => servers)).toEqual([901, 301]);
  });

  test('what no number of servers meets is impossible', async () => {
    const day = scenarioOf(`${profile('60/h, 6/h', '1h, 1h')}, service: 1min`, 'mean sojourn < 30s');
    const { outcome, reason } = await staff(day, { every: 3600 }, evaluate);
    expect(outcome).toBe('impossible');
    expect(reason).toContain('"mean sojourn < 30s" cannot be met with any number of servers');
  });

  test.each([
    ['arrivals that do not follow the clock', 'arrivals: 1/s, service: 1s', {}, /ask "sojourn size"/],
    [
      'intervals that do not fill the period',
      `${profile('1/s, 2/s', '1h, 1h')}, service: 1s`,
      { every: 5000 },
      /intervals of 83.3 min do not fill the 2 h of the profile/,
    ],
    [
      'too many of them',
      `${profile('1/s, 2/s', '1h, 1h')}, service: 1s`,
      { every: 60 },
      /120 intervals of 60 s are more than 48/,
    ],
    [
      'a profile that settles',
      `${profile('1/s, 2/s', '1h')}, service: 1s`,
      {},
      /the last rate of the profile goes on for ever/,
    ],
    [
      'an autoscaler',
      `${profile('1/s, 2/s', '1h, 1h')}, service: 1s, servers: 2, autoscaling: { signal: queue-length, target: 1, every: 1s }`,
      {},
      /sojourn tune/,
    ],
  ])('%s: one clear message', async (_, text, question, message) => {
    await expect(staff(scenarioOf(text, 'p80 wait < 1s'), question, evaluate)).rejects.toThrow(message);
  });

  test('a target on the servers themselves is refused', async () => {
    const day = scenarioOf(`${profile('1/s, 2/s', '1h, 1h')}, service: 1s`, 'utilisation < 80%');
    await expect(staff(day, {}, evaluate)).rejects.toThrow(/no target for those who come in an interval/);
  });
});
