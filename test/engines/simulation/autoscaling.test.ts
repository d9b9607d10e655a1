import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/result/result.js';
import { root } from '../../architecture/imports.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const file = (name: string) => readFileSync(join(root, 'scenarios', `${name}.yaml`), 'utf8');

/** The different values of a series in turn, where it holds one for two points at least. */
function steps({ series = [] }: Result, name: string): number[] {
  const values =
    series.find(one => one.name === name)?.value.map(value => Math.round(value * 1e6) / 1e6) ?? [];
  return values
    .filter((value, i) => value === values[i + 1] && value !== values[i - 2])
    .filter((v, i, all) => v !== all[i - 1]);
}

describe('the overshoot that was published', () => {
  // Queue and servers wanted at 15, 30, 45 and 60 s: ceil(1 x 1350 / 250), ceil(6 x 2700 / 250),
  // ceil(65 x 4050 / 250), ceil(1053 x 5400 / 250), while the first server asked for comes at 75 s.
  test('22,745 servers are asked for where ten are needed', async () => {
    const result = await answerTo(file('autoscaler-overshoot'));
    expect(steps(result, 'serversAsked')).toEqual([1, 6, 65, 1053, 22_745]);
    expect(steps(result, 'servers')).toEqual([1]);
    expect(result.measures.peakServers?.value).toBe(22_745);
    // Fifteen seconds of each.
    expect(result.measures.meanServers?.value).toBeCloseTo((1 + 6 + 65 + 1053 + 22_745) / 5, 9);
    expect(result.measures.timeAboveTarget?.value).toBe(1);
  });

  test('with a target for each server there are as many as the queue is worth', async () => {
    const result = await answerTo(file('autoscaler-overshoot'), ['autoscaling.targetType=average-value']);
    expect(steps(result, 'serversAsked')).toEqual([1, 6, 11, 17, 22]);
  });
});

/** Ten customers a second of 1 s each, one server at first. */
const steady = (autoscaling: string, run = '{ duration: 60s, replications: 2 }') => `
arrivals: { process: renewal, interarrival: { distribution: deterministic, value: 100ms } }
service: { distribution: deterministic, value: 1s }
servers: 1
autoscaling: { every: 10s, ${autoscaling} }
run: ${run}
`;

describe('what an autoscaler looks at', () => {
  test('the rate of arrivals: at once as many servers as it asks for', async () => {
    const result = await answerTo(steady('signal: arrival-rate, target: 1/s'));
    expect(steps(result, 'serversAsked')).toEqual([1, 10]);
    expect(steps(result, 'servers')).toEqual([1, 10]);
  });

  test('the utilisation: twice as many as long as all are busy, for a target of half of it', async () => {
    const result = await answerTo(steady('signal: utilisation, target: 50%, max: 12'));
    expect(steps(result, 'serversAsked')).toEqual([1, 2, 4, 8, 12]);
  });

  test('the age of the oldest: as many times more as it is older than the target', async () => {
    // Of those who come every 0.1 s the one of 1.0 s is served at 9.1 s, so at 10 s that of 1.1 s is the oldest.
    const result = await answerTo(
      steady('signal: oldest-age, target: 3s', '{ duration: 19s, replications: 2 }'),
    );
    expect(steps(result, 'serversAsked')).toEqual([1, 3]);
  });

  test('the number in the system, those in service counted', async () => {
    // At 10 s a hundred have come, and 9 have left.
    const result = await answerTo(
      steady('signal: number-in-system, target: 50', '{ duration: 19s, replications: 2 }'),
    );
    expect(steps(result, 'serversAsked')).toEqual([1, 2]);
  });
});

describe('how an autoscaler holds back', () => {
  /** Ten servers at first, none needed: the rate of arrivals asks for two. */
  const quiet = (more: string) => `
arrivals: { process: renewal, interarrival: { distribution: deterministic, value: 500ms } }
service: { distribution: deterministic, value: 10ms }
servers: 10
autoscaling: { signal: arrival-rate, target: 1/s, every: 10s, ${more} }
run: { duration: 96s, replications: 2 }
`;
  const until = ({ series = [] }: Result) => {
    const { time, value } = series.find(({ name }) => name === 'serversAsked') ?? { time: [], value: [] };
    return time[value.findIndex(asked => asked < 9.5)];
  };

  test('it gives back at the first look', async () => {
    const result = await answerTo(quiet('min: 1'));
    expect(until(result)).toBe(10);
    expect(steps(result, 'servers')).toEqual([10, 2]);
  });

  test('not below the minimum', async () => {
    expect(steps(await answerTo(quiet('min: 4')), 'servers')).toEqual([10, 4]);
  });

  test('not while a larger number was wanted in the stabilisation window', async () => {
    // A burst of a hundred in the first second asks for ten at the first look, which counts for 30 s.
    const burst = quiet('stabilisation: 30s').replace(
      /arrivals: .*\n/,
      'arrivals: { process: profile, rates: [100/s, 2/s], durations: [1s, 1000s] }\n',
    );
    const held = until(await answerTo(burst));
    expect(held).toBeGreaterThanOrEqual(38);
    expect(held).toBeLessThanOrEqual(40);
  });

  test('not where the signal is within the tolerance', async () => {
    const near = quiet('tolerance: 10%').replace('500ms', '95ms');
    expect(until(await answerTo(near))).toBeUndefined();
  });

  test('not soon after a change', async () => {
    // At 10 s it asks for 12 servers for a burst, and gives them back at the first look 25 s after that: at 40 s.
    const burst = quiet('coolDown: 25s').replace(
      /arrivals: .*\n/,
      'arrivals: { process: profile, rates: [120/s, 2/s], durations: [1s, 1000s] }\n',
    );
    const held = until(await answerTo(burst));
    expect(held).toBeGreaterThanOrEqual(38);
    expect(held).toBeLessThanOrEqual(40);
  });
});

test('servers given back while they start never come', async () => {
  // Asked for at 10 s for a burst, to come at 40 s; at 20 s nothing is wanted any more.
  const result = await answerTo(`
arrivals: { process: profile, rates: [100/s, 1/s], durations: [1s, 1000s] }
service: { distribution: deterministic, value: 10ms }
servers: 1
autoscaling: { signal: arrival-rate, target: 1/s, every: 10s, startUp: { distribution: deterministic, value: 30s } }
run: { duration: 96s, replications: 2 }
`);
  expect(Math.max(...(result.series?.find(({ name }) => name === 'servers')?.value ?? []))).toBeLessThan(3);
  expect(result.measures.peakServers?.value).toBeGreaterThan(7);
});

test('an autoscaler that always wants the same makes a plain station in the long run', async () => {
  const text = (more: string) =>
    `{ arrivals: 3/s, service: 500ms, servers: 2, ${more} run: { precision: 2%, stopOn: [meanWait] } }`;
  const plain = await answerTo(text(''));
  const held = await answerTo(
    text('autoscaling: { signal: queue-length, target: 5, every: 7s, min: 2, max: 2 },'),
  );
  expectCovered(held.measures, {
    meanWait: plain.measures.meanWait?.value ?? 0,
    meanServers: 2,
    utilisation: 0.75,
  });
});
