import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drainCurve } from '../../src/report/charts/drain-curve.js';
import { root, scratch, sojourn } from './sojourn.js';

const email = ['--arrivals', '300/min', '--service', '2s'];
const file = join(root, 'scenarios', 'email-workers.yaml');

describe('sojourn drain', () => {
  test('a backlog: the answer first, then the servers around', async () => {
    const { code, stdout, stderr } = await sojourn([
      'drain',
      ...email,
      '--servers',
      '12',
      '--backlog',
      '20k',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^12 servers take 5\.56 h on average until nobody waits after 20000 waiting, 5\.77 h/,
    );
    expect(stdout).toMatch(/→ 12 +83\.3 % +20000 +5\.56 h +5\.56 h/);
  });

  test('a backlog of the scenario is that of the question', async () => {
    const { code, stdout } = await sojourn(['drain', join(root, 'scenarios', 'backlog.yaml')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^6 servers take 83\.3 min on average until nobody waits after 199994 waiting/);
  });

  test('--out writes a chart and the document', async () => {
    const out = scratch();
    const asked = ['drain', file, '--servers', '12', '--pause', '15min', '--out', out];
    const { code, stderr } = await sojourn(asked);
    expect(code).toBe(0);
    expect(stderr).toContain('email-workers/drain/backlog.png');
    const folder = join(out, 'email-workers', 'drain');
    expect(readFileSync(join(folder, 'backlog.png')).subarray(1, 4).toString()).toBe('PNG');
    const report = JSON.parse(readFileSync(join(folder, 'drain.json'), 'utf8'));
    const { datasets } = drainCurve(report)!.data;
    const chosen = datasets.find(({ label }) => label === '12 servers')!;
    const { recovery } = report.table.find((row: { servers: number }) => row.servers === 12);
    // From who waits at the end of the pause, in minutes, to nobody.
    expect(chosen.data).toEqual([
      { x: 0, y: recovery.meanBacklog.value },
      { x: recovery.meanTime.value / 60, y: 0 },
    ]);
  });

  test('a queue that never recovers has no chart', async () => {
    const { stdout } = await sojourn(['drain', ...email, '--servers', '9', '--backlog', '100', '--json']);
    const report = JSON.parse(stdout);
    expect(report.outcome).toBe('never');
    expect(drainCurve({ ...report, table: report.table.slice(0, 1) })).toBeUndefined();
  });

  test('a deadline: how many servers keep it, as JSON', async () => {
    const { code, stdout } = await sojourn([
      'drain',
      file,
      '--pause',
      '15min',
      '--deadline',
      '30min',
      '--json',
    ]);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      schema: 1,
      outcome: 'met',
      servers: 16,
      upset: { kind: 'pause', seconds: 900 },
      deadline: 1800,
      engine: 'theory',
      provenance: { command: expect.stringContaining('--pause 15min --deadline 30min --certainty 95%') },
    });
    expect(report.table[1].recovery.within).toMatchObject({ kind: 'exact', value: expect.closeTo(1, 3) });
  });

  test('a spike is simulated, with intervals', async () => {
    const { code, stdout, stderr } = await sojourn([
      'drain',
      file,
      '--spike',
      '3x',
      '--for',
      '2min',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('simulated');
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'drains', engine: 'simulation' });
  });

  test('what never clears ends with 3', async () => {
    const { code, stdout } = await sojourn(['drain', ...email, '--servers', '9', '--backlog', '200000']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^9 servers never recover .* grows by 30\/min without end\. At least 11 servers/);
  });

  test.each([
    ['nothing to recover from', ['--servers', '12'], /nothing to recover from; expected one of --backlog/],
    ['two things', ['--servers', '12', '--backlog', '5', '--pause', '5min'], /several things/],
    ['no servers and no deadline', ['--backlog', '5'], /--servers 12, or --deadline/],
    ['half a customer', ['--servers', '12', '--backlog', '1.5'], /--backlog 1\.5: expected a whole number/],
    ['a pause without a unit', ['--servers', '12', '--pause', '5'], /--pause 5: "5" has no unit/],
    ['a spike without an end', ['--servers', '12', '--spike', '5x'], /how long\? Add --for/],
    ['a spike downwards', ['--servers', '12', '--spike', '0.5x', '--for', '1h'], /above 1/],
    ['an end without a spike', ['--servers', '12', '--backlog', '5', '--for', '1h'], /there is none/],
    ['more than certainty', ['--servers', '12', '--backlog', '5', '--certainty', '100%'], /below 100%/],
    ['servers that are none', ['--servers', 'many', '--backlog', '5'], /--servers many: /],
  ])('%s is refused in one clear message', async (_, args, message) => {
    const { code, stdout, stderr } = await sojourn(['drain', ...email, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
