import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distributionOf } from '../../src/distributions/index.js';
import { streamFor } from '../../src/random/index.js';
import { scratch, sojourn } from './sojourn.js';

/** A queue of two servers as its log: Poisson arrivals at 1/s, exponential services of 1.5 s. */
function log(): { created: number; start: number; end: number }[] {
  const [gaps, services] = [new Float64Array(3000), new Float64Array(3000)];
  distributionOf({ distribution: 'exponential', mean: 1 }).fill(gaps, streamFor(3, 'gaps'));
  distributionOf({ distribution: 'exponential', mean: 1.5 }).fill(services, streamFor(3, 'services'));
  const free = [0, 0];
  let created = 1_700_000_000;
  return [...gaps].map((gap, i) => {
    created += gap;
    const server = free[0] <= free[1] ? 0 : 1;
    const start = Math.max(created, free[server]);
    free[server] = start + services[i];
    return { created, start, end: free[server] };
  });
}

const map = ['--map', 'arrived=created,started=start,finished=end'];

test('a log in CSV becomes the queue that it came from, and the bad rows are told by line', async () => {
  const folder = scratch();
  const [data, out] = [join(folder, 'jobs.csv'), join(folder, 'jobs.yaml')];
  const rows = log().map(({ created, start, end }) => `${created},${start},${end}`);
  rows.splice(10, 0, '1700000001,x,1700000003', '1700000300,1700000200,1700000400', '1,2');
  writeFileSync(data, ['created,start,end', ...rows, ''].join('\n'));
  const { code, stdout } = await sojourn(['import', data, ...map, '--out', out, '--json']);
  expect(code).toBe(0);
  const { inferred, choices } = JSON.parse(stdout);
  expect(inferred.customers).toBe(3000);
  expect(inferred.badCount).toBe(3);
  expect(inferred.bad.map(({ line }: { line: number }) => line)).toEqual([12, 13, 14]);
  expect(inferred.bad[1].problem).toBe('it started 100 s before it arrived');
  // Four standard errors of a mean of 3000.
  expect(Math.abs(inferred.arrivals.rate - 1)).toBeLessThan(4 / Math.sqrt(3000));
  expect(Math.abs(inferred.service.mean / 1.5 - 1)).toBeLessThan(4 / Math.sqrt(3000));
  expect(inferred.servers.effective).toBe(2);
  expect(inferred.servers.tried[1].meanWait).toBeCloseTo(inferred.wait.mean, 3);
  expect(choices[0]).toContain('Poisson');
  const run = await sojourn(['run', out, '--engines', 'theory', '--no-report', '--json']);
  expect(JSON.parse(run.stdout).results[0].model).toBe('M/M/2');
});

test('the same as NDJSON in milliseconds, played again', async () => {
  const folder = scratch();
  const [data, out] = [join(folder, 'jobs.ndjson'), join(folder, 'jobs.yaml')];
  const ms = (seconds: number) => Math.round(seconds * 1000);
  const rows = log().map(({ created, start, end }) => ({
    created: ms(created),
    start: ms(start),
    end: ms(end),
  }));
  writeFileSync(data, rows.map(row => JSON.stringify(row)).join('\n'));
  const { code } = await sojourn(['import', data, ...map, '--out', out, '--replay']);
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'jobs.trace.csv'), 'utf8').split('\n').length).toBe(3002);
  expect(readFileSync(out, 'utf8')).toContain('process: trace');
  expect((await sojourn(['check', out])).code).toBe(0);
});

test.each([
  ['a file that is not there', undefined, [], 'there is no such file'],
  ['no column of times', 'a,b\n1,2\n', [], ':1: no column of times among "a", "b"'],
  ['a column that is not there', 'a,b\n1,2\n', ['--map', 'arrived=c'], ':1: there is no column "c"'],
  ['a role that is none', 'a,b\n1,2\n', ['--map', 'came=a'], '--map came=a: "came=a" names no column'],
  ['one row', 'time,service\n1,2\n', [], 'holds 1 customers at one time'],
])('%s is one clear message', async (_, content, flags, message) => {
  const data = join(scratch(), 'data.csv');
  if (content !== undefined) writeFileSync(data, content);
  const { code, stderr } = await sojourn(['import', data, ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('internal error');
});
