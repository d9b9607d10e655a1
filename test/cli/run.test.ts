import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const quickstart = join(root, 'scenarios', 'quickstart.yaml');
const pure = ['--engines', 'theory,simulation'];

describe('sojourn run', () => {
  test('prints the verdict and the table on stdout, progress on stderr, and writes the reports', async () => {
    const out = scratch();
    const { code, stdout, stderr } = await sojourn(['run', quickstart, ...pure, '--out', out]);
    expect(stderr).toContain('simulating about');
    expect(stdout).toContain('M/M/2');
    expect(code).toBe(0);
    const folder = join(out, 'quickstart');
    expect(readdirSync(folder).sort()).toEqual(['charts', 'report.html', 'report.md', 'study.json']);
    expect(readdirSync(join(folder, 'charts')).length).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'study.json'))).toBe(true);
  });

  test('--json prints exactly one document, with the same bytes for the same seed and any number of workers', async () => {
    const runs = [];
    for (const workers of ['1', '2', '1']) {
      runs.push(await sojourn(['run', quickstart, ...pure, '--json', '--no-report', '--workers', workers]));
    }
    const study = JSON.parse(runs[0].stdout);
    expect(study).toMatchObject({
      schema: 1,
      scenario: { name: 'quickstart' },
      files: [],
      thresholds: expect.any(Array),
    });
    expect(study.results.map(({ engine }: { engine: string }) => engine)).toEqual(['theory', 'simulation']);
    expect(study.comparisons[0]).toMatchObject({
      measure: 'throughput',
      columns: { theory: { kind: 'exact' } },
    });
    expect(runs[1].stdout).toBe(runs[0].stdout);
    expect(runs[2].stdout).toBe(runs[0].stdout);
  });

  test('--set answers a what-if, and --seed and --precision change the run', async () => {
    const { stdout } = await sojourn([
      'run',
      quickstart,
      ...pure,
      '--json',
      '--no-report',
      ...['--set', 'servers=5', '--seed', '9', '--precision', '8%'],
    ]);
    const { scenario, results, provenance } = JSON.parse(stdout);
    expect(Object.values(scenario.stations)).toMatchObject([{ servers: 5 }]);
    expect(scenario.run).toMatchObject({ seed: 9, precision: 0.08 });
    expect(results[0].model).toBe('M/M/5');
    expect(provenance.command).toContain('--set servers=5');
  });

  test('an unstable scenario gets a growth rate from both engines and no steady state', async () => {
    const { stdout, code } = await sojourn([
      'run',
      quickstart,
      ...pure,
      '--json',
      '--no-report',
      '--set',
      'servers=1',
    ]);
    const { results } = JSON.parse(stdout);
    for (const { measures, sojournQuantiles } of results) {
      expect(Object.keys(measures).sort()).toEqual(['growthRate', 'throughput', 'utilisation']);
      expect(sojournQuantiles).toEqual([]);
    }
    expect(results[0].measures.growthRate.value).toBeCloseTo(20, 9);
    expect(code).toBe(3);
  });

  test('a threshold that fails ends with 3, one that is undecided with 4', async () => {
    const folder = scratch();
    const file = join(folder, 'x.yaml');
    const scenario = (threshold: string) =>
      `arrivals: 70/s\nservice: 20ms\nservers: 2\nthresholds: ['${threshold}']\n`;
    writeFileSync(file, scenario('p99 wait < 1ms'));
    expect((await sojourn(['run', file, ...pure, '--no-report'])).code).toBe(3);
    writeFileSync(file, scenario('abandonment < 1%'));
    expect((await sojourn(['run', file, ...pure, '--no-report'])).code).toBe(4);
  });

  test('several scenarios give one JSON array', async () => {
    const files = ['quickstart.yaml', 'mm1.yaml'].map(name => join(root, 'scenarios', name));
    const { stdout } = await sojourn(['run', ...files, '--engines', 'theory', '--json', '--no-report']);
    expect(JSON.parse(stdout).map(({ scenario }: { scenario: { name: string } }) => scenario.name)).toEqual([
      'quickstart',
      'mm1',
    ]);
  });
});

describe('what is refused', () => {
  test('an output folder that cannot be written, before anything runs', async () => {
    const folder = scratch();
    const out = join(folder, 'file');
    writeFileSync(out, '');
    const { code, stdout, stderr } = await sojourn(['run', quickstart, ...pure, '--out', out]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(out);
    expect(readFileSync(out, 'utf8')).toBe('');
  });

  test.each([
    ['an engine that is none', ['--engines', 'theory,magic'], /"magic" is no engine/],
    ['a broker without a live run', [...pure, '--broker', 'zeromq'], /leaves it out/],
    ['half a worker', ['--workers', '0.5'], /whole number from 1 to 16/],
    ['a broker that is none', ['--broker', 'kafka'], /kafka/],
    ['an option that is none', ['--sedd', '3'], /sedd/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await sojourn(['run', quickstart, ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test('--quiet says the verdict, and nothing on stderr; it goes with no --verbose', async () => {
  const asked = ['run', join(root, 'scenarios', 'mm1.yaml'), '--engines', 'theory,simulation', '--no-report'];
  const { code, stdout, stderr } = await sojourn([...asked, '--quiet']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^mm1\nCustomers stay 100 ms on average.*\(M\/M\/1, exact\)/);
  expect(stdout).toContain("inside the simulation's interval");
  expect(stdout).not.toContain('throughput');
  const both = await sojourn([...asked, '--quiet', '--verbose']);
  expect(both).toMatchObject({ code: 2, stdout: '' });
  expect(both.stderr).toContain('--quiet and --verbose: give one of them');
});
