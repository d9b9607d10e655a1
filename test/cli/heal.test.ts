import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sojourn } from './sojourn.js';

const file = join(root, 'scenarios', 'whatif-retry-storm.yaml');

test('sojourn heal: the verdict, goodput and attempts before and after, and what would heal', async () => {
  const { code, stdout } = await sojourn(['heal', file, '--spike', '2x', '--for', '15s']);
  expect(code).toBe(3);
  expect(stdout).toMatch(
    /^It does not heal by itself: 80 s after the spike of 15 s of 2 times the arrivals 0\/s/,
  );
  expect(stdout).toMatch(/attempts a customer +1 ±.* 3 ±/);
  expect(stdout).toContain('Below 33.3/s no');
  const [next] = /Next: (.*)/.exec(stdout)?.slice(1) ?? [];
  const healed = await sojourn(next.split(' ').slice(1));
  expect(healed.code).toBe(0);
  expect(healed.stdout).toMatch(/^It heals by itself/);
});

test.each([
  [['--timeout', '1'], /--timeout 1: "1" has no unit/],
  [['--attempts', 'x'], /--attempts x --delay 100ms: /],
  [['--servers', '0'], /--servers 0: "0" is not a number of servers/],
  [['--spike', 'x'], /--spike x: expected how many times/],
  [['--for', '-3s'], /--for -3s: it is not above 0|--for -3s: .*negative/],
])('%s is refused by its flag', async (flags, message) => {
  const { code, stderr } = await sojourn(['heal', '--arrivals', '40/s', '--service', '10ms', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
