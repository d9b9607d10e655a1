import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeStudy } from '../../src/report/json.js';
import { measuredRun } from '../planning/measured-run.js';
import { failedStudy, theoryStudy, wholeStudy } from '../report/sample-study.js';
import { root, scratch, sojourn } from './sojourn.js';

const scenario = (name: string) => join(root, 'scenarios', name);

describe('sojourn compare', () => {
  test('a change that theory covers is answered exactly, the most important first', async () => {
    const { code, stdout, stderr } = await sojourn(['compare', scenario('mmc.yaml'), '--set', 'servers=4']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^servers=4 has a lower mean sojourn: −43\.3 %, exact\./);
    expect(stdout).toMatch(/throughput +120\/s +120\/s +\+0 % +same/);
  });

  test('two files that it does not are simulated in pairs, the same bytes with any number of workers', async () => {
    const folder = scratch();
    for (const [name, scv] of [
      ['calm', 1],
      ['lively', 3],
    ])
      writeFileSync(
        join(folder, `${name}.yaml`),
        `arrivals: 70/s\nservice: { distribution: lognormal, mean: 20ms, scv: ${scv} }\nservers: 2\nrun: { maxCustomers: 200000 }\n`,
      );
    const run = (workers: string) =>
      sojourn(['compare', 'calm.yaml', 'lively.yaml', '--json', '--workers', workers], { cwd: folder });
    const [one, two] = [await run('1'), await run('2')];
    expect(one.stdout).toBe(two.stdout);
    expect(one.stderr).toContain('simulated');
    const report = JSON.parse(one.stdout);
    expect(report).toMatchObject({ schema: 1, margin: 0.05, provenance: { seed: 1 } });
    const wait = report.measures.find(({ measure }: { measure: string }) => measure === 'meanWait');
    expect(wait).toMatchObject({ change: 'higher', engine: 'simulation' });
    // Allen and Cunneen: the wait grows about as (1 + scv) / 2, from 1 to 2.
    expect(wait.relative.low).toBeGreaterThan(0.5);
    expect(wait.relative.high).toBeLessThan(1.6);
  });

  test('of one that grows without end it says so, and compares nothing', async () => {
    const { code, stdout } = await sojourn(['compare', scenario('mmc.yaml'), '--set', 'servers=2']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^servers=2: the queue grows by 20\/s without end\. There is no steady state/);
    expect(stdout).not.toMatch(/mean wait/);
  });

  test('a difference that is not known ends with 4', async () => {
    const file = join(scratch(), 'x.yaml');
    writeFileSync(
      file,
      'arrivals: 85/s\nservice: { distribution: lognormal, mean: 20ms, scv: 2 }\nservers: 2\nrun: { maxCustomers: 10000 }\n',
    );
    const other = 'service={ distribution: gamma, mean: 20ms, scv: 2 }';
    const { code, stdout } = await sojourn(['compare', file, '--set', other]);
    expect(code).toBe(4);
    expect(stdout).toContain('Inconclusive for the mean sojourn');
    expect(stdout).toContain('A longer run (run.maxCustomers) would tell more.');
  });

  test.each([
    ['nothing to compare with', [scenario('mmc.yaml')], /expected a second scenario, or changes/],
    [
      'a file that is not there',
      [scenario('mmc.yaml'), 'nowhere.yaml'],
      /nowhere\.yaml: there is no such file/,
    ],
    ['a change that is none', [scenario('mmc.yaml'), '--set', 'servres=4'], /servres=4/],
  ])('%s is refused in one clear message', async (_, args, message) => {
    const { code, stdout, stderr } = await sojourn(['compare', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('sojourn compare of two studies', () => {
  const files: Readonly<Record<string, string>> = {
    'fast.json': encodeStudy({ ...wholeStudy, results: [measuredRun(3)] }),
    'slow.json': encodeStudy({ ...wholeStudy, results: [measuredRun(4, 0.002)] }),
    'theory.json': encodeStudy(theoryStudy),
    'failed.json': encodeStudy(failedStudy),
    'broken.json': '{ "schema": 1 }',
  };
  const compare = (...args: string[]) => {
    const cwd = scratch();
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
    return sojourn(['compare', ...args], { cwd });
  };
  const [fast, slow] = ['fast.json', 'slow.json'];

  test('measured runs are told apart by measure, and by their laws as a whole', async () => {
    const { code, stdout, stderr } = await compare(fast, slow);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^slow\.json has a higher mean sojourn: /);
    expect(stdout).toMatch(/The sojourn times as a whole differ: their distribution functions are/);
    expect(stdout).toContain('Measured, two runs taken as independent');
    const report = JSON.parse((await compare(fast, slow, '--json')).stdout);
    expect(report).toMatchObject({ schema: 1, distances: [{ of: 'wait' }, { of: 'sojourn' }] });
  });

  test.each([
    ['one study', [fast], /expected a second study\.json/],
    [
      'a study and a scenario',
      [fast, scenario('mmc.yaml')],
      /mmc\.yaml is no study while the other file is one/,
    ],
    [
      'a change of what is over',
      [fast, slow, '--set', 'servers=3'],
      /--set changes nothing of runs that are over/,
    ],
    ['a study without a measured run', [fast, 'theory.json'], /theory\.json holds no run on a real queue/],
    [
      'a run that failed its checks',
      ['failed.json', slow],
      /failed\.json does not count: it was not finished/,
    ],
    ['a study that is broken', ['broken.json', slow], /broken\.json: .*expected a study\.json/],
  ])('%s is refused in one clear message', async (_, args, message) => {
    const { code, stdout, stderr } = await compare(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
