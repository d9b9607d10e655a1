import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const mmc = join(root, 'scenarios', 'mmc.yaml');

describe('sojourn sweep', () => {
  test('prints a row for each cell, marks the knee, and writes table, document and charts', async () => {
    const out = scratch();
    const { code, stdout, stderr } = await sojourn(['sweep', mmc, '--vary', 'servers=2..8', '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ +2 +120 % .*grows by 20\/s without end/m);
    expect(stdout).toMatch(/^ +3 +80 %/m);
    expect(stdout.match(/← knee/g)).toHaveLength(1);
    const folder = join(out, 'mmc', 'sweep');
    const files = readdirSync(folder);
    expect(files).toEqual(
      expect.arrayContaining(['mean-sojourn.png', 'p99-wait.png', 'sweep.csv', 'sweep.json']),
    );
    expect(readFileSync(join(folder, 'mean-sojourn.png')).subarray(1, 4).toString()).toBe('PNG');
    const document = JSON.parse(readFileSync(join(folder, 'sweep.json'), 'utf8'));
    expect(document.files).toHaveLength(files.length);
    expect(document).toMatchObject({ schema: 1, axes: [{ path: 'servers' }], provenance: { seed: 1 } });
  });

  test('two axes have a map of each measure, to scale where that is asked for', async () => {
    const out = scratch();
    const axes = ['--vary', 'arrivals=60/s,90/s', '--vary', 'servers=2,3'];
    expect((await sojourn(['sweep', mmc, ...axes, '--charts', 'svg', '--out', out])).code).toBe(0);
    const folder = join(out, 'mmc', 'sweep');
    expect(readdirSync(folder).filter(name => name.endsWith('.png'))).toEqual([]);
    expect(readFileSync(join(folder, 'mean-wait-map.svg'), 'utf8')).toMatch(/<svg [^>]*viewBox/);
  });

  test('--csv has a line for each cell of the grid, in SI units', async () => {
    const { stdout } = await sojourn([
      ...['sweep', mmc, '--vary', 'arrivals=60/s,90/s', '--vary', 'servers=2,3', '--csv', '--no-report'],
    ]);
    const [head, ...rows] = stdout
      .trim()
      .split('\r\n')
      .map(line => line.split(','));
    expect(head.slice(0, 2)).toEqual(['arrivals', 'servers']);
    expect(rows.map(row => row.slice(0, 2))).toEqual([
      ['60/s', '2'],
      ['90/s', '2'],
      ['60/s', '3'],
      ['90/s', '3'],
    ]);
    const wait = (row: string[]) => Number(row[head.indexOf('meanWait')]);
    // M/M/2: C = 2ρ² / (1 + ρ), Wq = C S / (2 (1 - ρ)).
    expect(wait(rows[0])).toBeCloseTo((((2 * 0.36) / 1.6) * 0.02) / 0.8, 12);
  });

  test('--json prints one document, and a simulated cell carries its interval', async () => {
    const file = join(scratch(), 'x.yaml');
    writeFileSync(
      file,
      'arrivals: 50/s\nservice: { distribution: lognormal, mean: 20ms, scv: 1 }\nservers: 2\nrun: { maxCustomers: 50000 }\n',
    );
    const { code, stdout } = await sojourn(['sweep', file, '--vary', 'servers=2,3', '--json', '--no-report']);
    expect(code).toBe(0);
    const { points } = JSON.parse(stdout);
    expect(points).toHaveLength(2);
    expect(points[0]).toMatchObject({
      at: { servers: '2' },
      engine: 'simulation',
      measures: { meanWait: { kind: 'sampled', low: expect.any(Number), high: expect.any(Number) } },
    });
  });

  test.each([
    ['nothing to vary', [], /vary/],
    ['a range that is none', ['--vary', 'servers=5'], /--vary servers=5: this is one value only/],
    [
      'a path that is none',
      ['--vary', 'serverz=2..3'],
      /^sojourn: --vary serverz=2\.\.3: "serverz" is not known here\n {2}did you mean "servers"/,
    ],
    [
      'a seed that is none',
      ['--vary', 'servers=2..3', '--seed', 'x'],
      /^sojourn: --seed x: "x" is not a number/,
    ],
    ['a path twice', ['--vary', 'servers=2..3', '--vary', 'servers=4..5'], /varies already/],
    ['too many cells', ['--vary', 'servers=1..500:1', '--vary', 'arrivals=1/s..9/s:1/s'], /4500 cells/],
    ['two formats', ['--vary', 'servers=2..3', '--csv', '--json'], /one of them/],
  ])('%s is refused in one clear message', async (_, args, message) => {
    const { code, stdout, stderr } = await sojourn(['sweep', mmc, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
