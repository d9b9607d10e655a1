import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch, sojourn } from './sojourn.js';

describe('a log in place of arrivals and services', () => {
  test('is found beside the scenario file, from any folder', async () => {
    const words = ['run', 'scenarios/trace.yaml', '--no-report', '--json'];
    const { code, stdout } = await sojourn(words);
    expect(code).toBe(0);
    const { results } = JSON.parse(stdout);
    expect(results[0].warnings).toEqual([]);
    const rows = readFileSync('scenarios/traces/requests.csv', 'utf8').trimEnd().split('\n').slice(1);
    const took = rows.map(row => Number.parseFloat(row.split(',')[2]) / 1000);
    const mean = took.reduce((sum, seconds) => sum + seconds, 0) / took.length;
    expect(results[0].measures.meanService.value).toBeCloseTo(mean, 10);
  });

  test('with bad rows is refused, each with its line', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'log.csv'), 'time\n1\nNaN\n0.5\n3\n');
    const path = join(folder, 'a.yaml');
    writeFileSync(path, '{ arrivals: { process: trace, file: log.csv }, service: 20ms, servers: 1 }');
    const { code, stderr } = await sojourn(['check', path]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${path}:1:37: ${join(folder, 'log.csv')} has 2 bad rows`);
    expect(stderr).toContain('log.csv:3: the time is "NaN"');
    expect(stderr).toContain('log.csv:4: the time is 0.5, before the 1 of line 2');
  });
});
