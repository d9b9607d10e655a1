import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

test('a row for each case, then the verdict', async () => {
  const { code, stdout, stderr } = await sojourn(['selftest', '--customers', '1e5', '--workers', '1']);
  const lines = stdout.trimEnd().split('\n');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(lines.filter(line => line.startsWith('passed')).length).toBe((lines.length - 1) / 2);
  expect(lines.at(-1)).toMatch(/^all 25 cases passed \(\d+ values, seed 1; .* once in 10000 at most\)$/);
});

test('one JSON document', async () => {
  const { code, stdout } = await sojourn([
    'selftest',
    '--customers',
    '1e5',
    '--workers',
    '1',
    '--json',
    '--seed',
    '5',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, outcome: 'passed', seed: 5, falseAlarm: 1e-4 });
});

test('a simulator at fault ends with 70 and says where', async () => {
  const fault = join(scratch(), 'fault.mjs');
  const ring = pathToFileURL(join(root, 'dist/engines/simulation/ring.js'));
  // Who comes last is served first.
  writeFileSync(
    fault,
    `import { Ring } from '${ring}';
Ring.prototype.shift = function () {
  this.size--;
  return this.items[(this.head + this.size) & (this.items.length - 1)];
};`,
  );
  const { code, stdout } = await sojourn(['selftest', '--customers', '1e5', '--workers', '1'], {
    env: { NODE_OPTIONS: `--import ${pathToFileURL(fault)}` },
  });
  expect(code).toBe(70);
  expect(stdout).toMatch(/^failed {2}M\/M\/2\/12 .*\n.*wq_p50/m);
  expect(stdout).toMatch(/do not trust this installation/);
});

test.each([
  [['--customers', '5'], /--customers 5: expected a whole number from/],
  [['--seed', '1.5'], /--seed 1.5: expected a whole number/],
])('says what is wrong with %j', async (args, message) => {
  const { code, stderr } = await sojourn(['selftest', ...args]);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
