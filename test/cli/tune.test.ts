import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const incident = join(root, 'scenarios', 'autoscaler-overshoot.yaml');

test('sojourn tune: the incident does not happen with a target for each server, and the best of them is told', async () => {
  const out = scratch();
  const asked = ['tune', incident, '--sojourn', 'mean<40s', '--set', 'run.duration=5min', '--out', out];
  const { code, stdout, stderr } = await sojourn(asked);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^autoscaling\.target=\d+, autoscaling\.targetType=average-value: of 10 settings the one that/,
  );
  expect(stdout).toContain('The arrivals keep 10 servers busy when they are the most.');
  // As published: products of what was asked for and of how far the queue is above the target.
  expect(stdout).toMatch(/250 +value .*\d{5,}×/);
  expect(stderr).toContain('autoscaler-overshoot/tune/settings.png');
  const { best, table } = JSON.parse(
    readFileSync(join(out, 'autoscaler-overshoot', 'tune', 'tune.json'), 'utf8'),
  );
  expect(table[best]).toMatchObject({ decision: 'met', at: { 'autoscaling.targetType': 'average-value' } });
});

test.each([
  ['no autoscaler', [join(root, 'scenarios', 'mmc.yaml'), '--wait', 'p95<1s'], /"queue" has no autoscaler/],
  ['no target', [incident], /no target: expected one such as/],
  ['a path that is none', [incident, '--wait', 'p95<1s', '--vary', 'autoscaling.tarjet=1,2'], /tarjet/],
  ['one value', [incident, '--wait', 'p95<1s', '--vary', 'autoscaling.target=1'], /nothing varies/],
])('%s is refused in one clear message', async (_, words, message) => {
  const { code, stdout, stderr } = await sojourn(['tune', ...words]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
