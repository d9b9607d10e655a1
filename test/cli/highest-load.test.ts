import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sojourn } from './sojourn.js';

const flags = ['--arrivals', '100/s', '--service', '5ms', '--servers', '1'];

test('one exponential server: the rate by hand, and the weeks of growth until then', async () => {
  const { stdout, code } = await sojourn([
    ...['highest-load', ...flags, '--sojourn', 'mean<25ms', '--growth', '10%/week', '--json'],
  ]);
  expect(code).toBe(0);
  const { arrivalRate, factor, saturation, lasts, breaks } = JSON.parse(stdout);
  // 1 / (200 - rate) = 25 ms.
  expect(arrivalRate).toBeGreaterThan(160 * (1 - 2e-4));
  expect(arrivalRate).toBeLessThan(160);
  expect(saturation).toBeCloseTo(200, 9);
  expect(breaks.targets).toEqual(['mean sojourn < 25ms']);
  expect(lasts.periods).toBeCloseTo(Math.log(factor) / Math.log(1.1), 12);
});

test('arrivals that are too many already: how many would do, and a threshold has failed', async () => {
  const { stdout, code } = await sojourn(['highest-load', ...flags, '--sojourn', 'mean<8ms', '--json']);
  expect(code).toBe(3);
  const { outcome, arrivalRate, factor } = JSON.parse(stdout);
  expect(outcome).toBe('too-many');
  // 1 / (200 - 75) = 8 ms.
  expect(arrivalRate).toBeGreaterThan(75 * (1 - 2e-4));
  expect(arrivalRate).toBeLessThan(75);
  expect(factor).toBeCloseTo(arrivalRate / 100, 12);
});

test('a target below the service time itself: no rate is low enough', async () => {
  const { stdout, code } = await sojourn(['highest-load', ...flags, '--sojourn', 'mean<4ms']);
  expect(code).toBe(3);
  expect(stdout).toContain('No arrival rate that was tried meets mean sojourn < 4ms with 1 server.');
});

test('of a scenario, by its own thresholds', async () => {
  const { stdout, code } = await sojourn(['highest-load', join(root, 'scenarios', 'email-workers.yaml')]);
  expect([0, 3]).toContain(code);
  expect(stdout).toMatch(/: the highest load at which \d+ servers meet /);
});
