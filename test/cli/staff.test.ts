import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const day = join(root, 'scenarios', 'day.yaml');

test('sojourn staff tells the servers of every interval, writes a chart, and the run that it ends with is one', async () => {
  const out = scratch();
  const asked = [day, '--wait', 'p80<20s', '--every', '4h'];
  const { code, stdout, stderr } = await sojourn(['staff', ...asked, '--out', out]);
  expect([0, 4]).toContain(code);
  expect(stdout).toMatch(/^From 2 to \d+ servers: in each 4 h the smallest number that meets p80 wait < 20s/);
  expect(stdout).toMatch(/server-hours in 24 h, \d+ % fewer than the \d+ of \d+ servers all the time/);
  expect(stdout.match(/^ *\d+:00 .*✓/gm)).toHaveLength(6);
  expect(stderr).toContain('written: ');
  const folder = join(out, 'day', 'staff');
  expect(readFileSync(join(folder, 'staffing.png')).subarray(1, 4).toString()).toBe('PNG');
  const { schema, intervals } = JSON.parse(readFileSync(join(folder, 'staff.json'), 'utf8'));
  expect({ schema, count: intervals.length }).toEqual({ schema: 1, count: 6 });

  const [, schedule] = /--set '(schedule=.*?)'/.exec(stdout) ?? [];
  const run = ['run', day, '--set', schedule, '--set', 'run.maxCustomers=400000', '--no-report'];
  const { code: ran, stdout: told } = await sojourn([...run, '--engines', 'simulation']);
  expect(ran).toBe(0);
  expect(told).toContain('mean servers');
});
