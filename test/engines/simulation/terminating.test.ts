import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { constantRate } from '../../../src/engines/theory/formulas/rate-profile.js';
import { transientStation } from '../../../src/engines/theory/formulas/transient.js';
import type { Result, TimeSeries } from '../../../src/result/result.js';
import { ScenarioError } from '../../../src/scenario/load.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { confidence, expectCovered } from './covers.js';

async function answerTo(text: string): Promise<Result> {
  const outcome = await simulate(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

function series({ series: all = [] }: Result, name: TimeSeries['name']): TimeSeries {
  const found = all.find(one => one.name === name);
  if (found === undefined) throw new Error(`no series ${name}`);
  return found;
}

/** Every interval of the series holds the mean of the function over the part of the time that it stands for. */
function expectPath(path: TimeSeries, mean: (from: number, to: number) => number, duration: number): void {
  const length = duration / 48;
  expect(path.time.length).toBe(48);
  for (const [i, time] of path.time.entries()) {
    const exact = mean(time, time + length);
    expect(path.low?.[i], `${path.name} at ${time}`).toBeLessThanOrEqual(exact);
    expect(path.high?.[i], `${path.name} at ${time}`).toBeGreaterThanOrEqual(exact);
  }
}

/** Simpson's rule. */
const meanOf = (f: (t: number) => number) => (from: number, to: number) =>
  (f(from) + 4 * f((from + to) / 2) + f(to)) / 6;

// Few enough to miss: 48 intervals at this level, over fixed seeds.
const run = (duration: string) =>
  `run: { confidence: ${confidence}, duration: ${duration}, precision: 5%, stopOn: [meanNumberInSystem] }`;

describe('a run of given duration', () => {
  test('from empty, everyone served at once: L(t) = λ S (1 - exp(-t/S))', async () => {
    const result = await answerTo(`arrivals: 5/s\nservice: 4s\nservers: infinite\n${run('12s')}`);
    const number = (t: number) => 20 * (1 - Math.exp(-t / 4));
    expectPath(series(result, 'numberInSystem'), meanOf(number), 12);
    expectPath(series(result, 'arrivalRate'), () => 5, 12);
    const mean = 20 * (1 - (4 / 12) * (1 - Math.exp(-3)));
    expectCovered(result.measures, { meanNumberInSystem: mean });
    expect(result.measures.meanWait).toBeUndefined();
    expect(result.series?.map(({ name }) => name)).not.toContain('meanWait');
  });

  test('at a rate that swells and ebbs: the number follows L′ = λ(t) - L/S', async () => {
    const result = await answerTo(
      `arrivals: { process: sinusoidal, rate: 10/s, amplitude: 0.8, period: 20s }\nservice: 2s\nservers: infinite\n${run('20s')}`,
    );
    const [w, mu] = [(2 * Math.PI) / 20, 0.5];
    const swing = (t: number) => (mu * Math.sin(w * t) - w * Math.cos(w * t)) / (mu * mu + w * w);
    const number = (t: number) =>
      (10 / mu) * (1 - Math.exp(-mu * t)) + 8 * (swing(t) - swing(0) * Math.exp(-mu * t));
    expectPath(series(result, 'numberInSystem'), meanOf(number), 20);
    expectPath(
      series(result, 'arrivalRate'),
      meanOf(t => 10 + 8 * Math.sin(w * t)),
      20,
    );
  });

  test('two servers from empty: by the equations of Kolmogorov', async () => {
    const result = await answerTo(`arrivals: 1.8/s\nservice: 1s\nservers: 2\n${run('30s')}`);
    const arrivals = constantRate(1.8);
    const number = (time: number) =>
      transientStation.solve({ arrivals, meanService: 1, servers: 2, initial: 0, time }).meanNumberInSystem;
    expectPath(series(result, 'numberInSystem'), meanOf(number), 30);
  });

  test('by hand: one comes every second, each takes two', async () => {
    const result = await answerTo(`
arrivals: { process: deterministic, rate: 1/s }
service: { distribution: deterministic, value: 2s }
servers: 1
run: { duration: 100s, stopOn: [meanWait] }
`);
    // Customer n comes at n, begins at 2n - 1 and leaves at 2n + 1, the 49th at 99 s; 99 come before 100 s.
    const value = (name: keyof Result['measures']) => result.measures[name]?.value;
    expect(value('throughput')).toBeCloseTo(0.49, 12);
    expect(value('meanWait')).toBeCloseTo(24, 12);
    expect(value('meanSojourn')).toBeCloseTo(26, 12);
    expect(value('utilisation')).toBeCloseTo(0.99, 12);
    // Times in the system: 49 that left, 26 s each on average, and 50 that are there, of ages 50 down to 1.
    expect(value('meanNumberInSystem')).toBeCloseTo((49 * 26 + 1275) / 100, 12);
    expect(result.simulation).toMatchObject({
      replications: 16,
      duration: 100,
      reached: true,
      customers: 99 * 16,
    });
    expect(result.warnings.map(({ code }) => code)).toEqual(['unfinished']);
  });

  test('of stations in a network: theirs and the whole add up', async () => {
    const {
      stations,
      measures,
      series: all,
    } = await answerTo(`
arrivals: 2/s
stations: { a: { servers: 3, service: 1s }, b: { servers: infinite, service: 2s } }
routes: { arrive: a, a: { b: 0.5, leave: 0.5 }, b: leave }
run: { duration: 50s, replications: 40 }
`);
    const number = (part: Pick<Result, 'measures'> | undefined) =>
      part?.measures.meanNumberInSystem?.value ?? Number.NaN;
    expect(number(stations?.a) + number(stations?.b)).toBeCloseTo(number({ measures }), 9);
    const path = all?.find(({ name }) => name === 'numberInSystem');
    const mean = (path?.value ?? []).reduce((sum, value) => sum + value, 0) / 48;
    expect(mean).toBeCloseTo(number({ measures }), 9);
  });

  test('the same seed gives the same bytes, and so many replications as asked for', async () => {
    const text = 'arrivals: 1/s\nservice: 1s\nservers: 2\nrun: { duration: 60s, replications: 33, seed: 5 }';
    const [once, again] = [await answerTo(text), await answerTo(text)];
    expect(JSON.stringify(once)).toBe(JSON.stringify(again));
    expect(once.simulation?.replications).toBe(33);
  });

  test('more than the budget is refused with its size', async () => {
    const outcome = await simulate(
      parseScenario('arrivals: 1000/s\nservice: 1ms\nservers: 2\nrun: { duration: 24h }'),
    );
    expect(outcome).toMatchObject({ answered: false, reason: expect.stringContaining('million customers') });
  });

  test('can be interrupted', async () => {
    const interrupt = new AbortController();
    const outcome = await simulate(
      parseScenario(
        'arrivals: 1000/s\nservice: 1ms\nservers: 2\nrun: { duration: 300s, maxCustomers: 100000000 }',
      ),
      { signal: interrupt.signal, onProgress: customers => customers > 1e6 && interrupt.abort() },
    );
    expect(outcome.answered && outcome.result.warnings.map(({ code }) => code)).toContain('interrupted');
  });
});

test.each([
  ['replications: 20', ':4:8:', 'a duration beside it'],
  ['duration: 1h, warmUp: 5min', ':4:22:', 'no warmUp'],
  ['duration: 5', ':4:18:', 'a duration'],
  ['duraton: 5h', ':4:8:', 'did you mean "duration"?'],
])('run: { %s }', (run, place, message) => {
  const parse = () => parseScenario(`arrivals: 1/s\nservice: 1s\nservers: 2\nrun: { ${run} }`);
  expect(parse).toThrow(ScenarioError);
  expect(parse).toThrow(place);
  expect(parse).toThrow(message);
});
