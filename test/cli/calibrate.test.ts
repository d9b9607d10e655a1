import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CalibrationReport } from '../../src/study/run-calibrate.js';
import { scratch, sojourn } from './sojourn.js';

const table = 'scenarios/levels/middleware.csv';

test('a real load test: one level predicts 16 and 32 servers within 7 %, and the open model does not', async () => {
  const { code, stdout } = await sojourn(['calibrate', table, '--json']);
  expect(code).toBe(0);
  const report: CalibrationReport = JSON.parse(stdout);
  expect(report.from.clients).toBe(6);
  expect(report.calibrated.service).toBeCloseTo(2.15e-3, 12);
  const steady = report.levels.filter(({ level }) => level.servers <= 32 && level.clients > 6);
  expect(steady.length).toBe(5);
  for (const { level, closed } of steady) {
    const { throughput = Number.NaN, wait = Number.NaN } = level;
    expect(Math.abs((closed.throughput ?? 0) / throughput - 1)).toBeLessThan(0.07);
    expect(Math.abs((closed.wait ?? 0) / wait - 1)).toBeLessThan(0.07);
  }
  // The published predictions of the closed model, in the digits that were printed.
  expect(steady.map(({ closed }) => Math.round(closed.throughput ?? 0))).toEqual([
    7442, 7442, 7442, 14884, 14884,
  ]);
  expect(steady[1].closed.wait).toBeCloseTo(13.33e-3, 4);
  expect(steady[2].closed.wait).toBeCloseTo(37.52e-3, 4);
  expect(report.steady.closed.levels).toBe(5);
  expect(report.steady.open.wait).toBeGreaterThan(1);
  // With 64 and 128 servers services take longer: one service time is far off, the fitted law is not.
  expect(report.grown.closed.throughput).toBeGreaterThan(0.6);
  expect(report.grown.growing.throughput).toBeLessThan(0.15);
  expect(report.alike?.few.level.servers).toBe(report.alike?.many.level.servers);
});

test('says who is off and why, and writes the closed scenario', async () => {
  const out = join(scratch(), 'closed.yaml');
  const { code, stdout } = await sojourn(['calibrate', table, '--out', out]);
  expect(code).toBe(0);
  for (const words of ['Why the open model fails', 'The service time depends on the load', '← calibrated'])
    expect(stdout.replaceAll('\n', ' ')).toContain(words);
  expect(readFileSync(out, 'utf8')).toContain('clients: 300');
  expect((await sojourn(['check', out])).code).toBe(0);
});

test('what was not measured follows from the response time law', async () => {
  const data = join(scratch(), 'levels.csv');
  // X = 4 / (0.1 + 0.3) = 10/s, nobody waits for one of ten servers.
  writeFileSync(data, 'users;workers;rps;latency_ms\n4;10;10;100\n40;10;80;200\n');
  const { stdout } = await sojourn(['calibrate', data, '--json']);
  const { calibrated, levels }: CalibrationReport = JSON.parse(stdout);
  expect(calibrated.service).toBeCloseTo(0.1, 12);
  expect(calibrated.think).toBeCloseTo(0.3, 12);
  expect(levels.length).toBe(2);
});

test.each([
  [
    'no column of servers',
    'clients,throughput\n1,2\n',
    [],
    ':1: no column of servers among "clients", "throughput"',
  ],
  [
    'a time without a unit',
    'clients,servers,wait\n1,1,5\n',
    [],
    ':2: wait is 5, without a unit; expected a duration such as 20ms, or a column called wait_ms',
  ],
  [
    'a level that tells too little',
    'clients,servers,throughput\n9,2,5\n',
    [],
    ':2: the service time cannot be told',
  ],
  [
    'a line without a level',
    'clients,servers,response_ms,throughput\n1,1,5,9\n',
    ['--line', '7'],
    '--line 7: ',
  ],
])('%s is one clear message', async (_, content, flags, message) => {
  const data = join(scratch(), 'levels.csv');
  writeFileSync(data, content);
  const { code, stderr } = await sojourn(['calibrate', data, ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('internal error');
});
