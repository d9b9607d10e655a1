import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { simulate, workerTeam } from '../../../src/engines/simulation/index.js';
import type { MeasureName } from '../../../src/result/measure.js';
import type { Estimate, Result, Sampled } from '../../../src/result/result.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { few } from '../../traces/few.js';

const folder = mkdtempSync(join(tmpdir(), 'sojourn-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function scenarioOf(text: string) {
  const path = join(folder, 'replay.yaml');
  writeFileSync(path, text);
  return loadScenario(path);
}

async function simulated(text: string, threads = 1): Promise<Result> {
  const answer = await simulate(scenarioOf(text), threads > 1 ? { team: workerTeam(threads) } : {});
  if (!answer.answered) throw new Error(answer.reason);
  return answer.result;
}

const value = ({ measures }: Result, name: MeasureName): number | undefined =>
  (measures[name] as Estimate | undefined)?.value;

/** Every 8 seconds: at 0, 1, 2 and 6 for 2, 2, 1 and 1: they wait 0, 1, 2 and 0. */
const csv = 'time,service,class\n10,2,a\n11,2,b\n12,1,a\n16,1,b\n';
writeFileSync(join(folder, 'log.csv'), csv);
const law = '{ distribution: trace, file: log.csv }';

describe('a trace is served as by hand', () => {
  test.each([
    ['by the recursion', ''],
    ['by events', ', capacity: 100'],
  ])('%s', async (_, more) => {
    const result = await simulated(
      `{ arrivals: { process: trace, file: log.csv }, service: ${law}, servers: 1${more} }`,
    );
    expect(value(result, 'meanWait')).toBeCloseTo(0.75, 10);
    expect(value(result, 'meanSojourn')).toBeCloseTo(2.25, 10);
    expect(value(result, 'utilisation')).toBeCloseTo(0.75, 10);
    expect(value(result, 'throughput')).toBeCloseTo(0.5, 10);
    expect(value(result, 'probabilityOfWait')).toBeCloseTo(0.5, 10);
    expect((result.measures.meanWait as Sampled).halfWidth).toBeLessThan(1e-8);
    expect(result.warnings).toEqual([]);
  });

  // Played twice as fast they come at 0, 0.5, 1 and 3 of every 4 seconds; with two servers they wait 0, 0, 1, 0.
  test('twice as fast', async () => {
    const result = await simulated(
      `{ arrivals: { process: trace, file: log.csv, speed: 2 }, service: ${law}, servers: 2 }`,
    );
    expect(value(result, 'throughput')).toBeCloseTo(1, 10);
    expect(value(result, 'meanWait')).toBeCloseTo(0.25, 10);
  });

  // The class goes on by its own rows, on the clock of all: a waits 0 and 1 behind b, b waits 1 and 0.
  test('by class, with the services of the class', async () => {
    const result = await simulated(`
classes:
  a: { arrivals: { process: trace, file: log.csv, class: a } }
  b: { arrivals: { process: trace, file: log.csv, class: b } }
stations:
  s:
    servers: 1
    service:
      a: { distribution: trace, file: log.csv, class: a }
      b: { distribution: trace, file: log.csv, class: b }
`);
    expect(value(result, 'meanWait')).toBeCloseTo(0.75, 10);
    const [a, b] = ['a', 'b'].map(name => result.classes?.[name].measures.meanWait as Estimate);
    expect(a.value).toBeCloseTo(1, 10);
    expect(b.value).toBeCloseTo(0.5, 10);
  });
});

test('threads read it for themselves, and change nothing', async () => {
  const text = `{ arrivals: { process: trace, file: '${few}' }, service: 300ms, servers: 1, run: { maxCustomers: 50000 } }`;
  const [one, two] = [await simulated(text), await simulated(text, 2)];
  expect(two).toEqual(one);
});

test.each([
  ['class: c', 'one of those in the file: a, b', 'log.csv'],
  ['class: c', 'a column "class" in the file', 'bare.csv'],
])('a class that is not there: %s, expected %s', (word, expected, file) => {
  writeFileSync(join(folder, 'bare.csv'), 'time\n1\n2\n');
  expect(() => scenarioOf(`{ arrivals: { process: trace, file: ${file}, ${word} }, service: 1s }`)).toThrow(
    expected,
  );
});

test('services that are not there', () =>
  expect(() =>
    scenarioOf('{ arrivals: 1/s, service: { distribution: trace, file: bare.csv }, servers: 2 }'),
  ).toThrow('a column "service" in it'));
