import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distributionOf } from '../../src/distributions/index.js';
import { formats } from '../../src/ingest/index.js';
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

test('two scrapes and percentiles that the data do not tell become a scenario; nothing is said twice', async () => {
  const out = join(scratch(), 'given.yaml');
  const given = ['--arrivals', '100/s', '--service', 'p50=8ms,p95=32ms,p99=85ms', '--servers', '3'];
  expect((await sojourn(['import', ...given, '--out', out])).code).toBe(0);
  const { stdout } = await sojourn(['check', out]);
  expect(stdout).toContain('given');
});

test('clients who wait for their answers are seen in a log, and the scenario has them', async () => {
  const folder = scratch();
  const [data, out] = [join(folder, 'users.csv'), join(folder, 'users.yaml')];
  const [thinks, services] = [new Float64Array(4000), new Float64Array(4000)];
  distributionOf({ distribution: 'exponential', mean: 1 }).fill(thinks, streamFor(5, 'thinks'));
  distributionOf({ distribution: 'exponential', mean: 0.2 }).fill(services, streamFor(5, 'services'));
  const next = Array.from({ length: 10 }, (_, i) => thinks[i]);
  let free = 0;
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const client = next.indexOf(Math.min(...next));
    const arrived = next[client];
    const started = Math.max(arrived, free);
    free = started + services[i];
    next[client] = free + thinks[i + 10];
    return `${arrived.toFixed(6)},${started.toFixed(6)},${free.toFixed(6)}`;
  });
  // As logs are: in the order in which customers leave, which for one server is that of arrival; two rows swapped.
  [rows[7], rows[8]] = [rows[8], rows[7]];
  writeFileSync(data, ['arrived,started,finished', ...rows].join('\n'));
  const { stdout } = await sojourn(['import', data, '--out', out, '--servers', '2', '--json']);
  const { inferred } = JSON.parse(stdout);
  expect(inferred.population.verdict).toBe('closed');
  expect(Math.abs(inferred.population.clients - 10)).toBeLessThanOrEqual(1);
  expect(inferred.servers.effective).toBe(1);
  expect(inferred.servers.most.servers).toBe(1);
  expect(inferred.notes.join()).toContain('1 rows did not stand in the order of their times');
  expect(readFileSync(out, 'utf8')).toMatch(/^clients: (9|10|11)$/m);
  const told = await sojourn(['import', data, '--servers', '2']);
  expect(told.stdout.replaceAll('\n', ' ')).toContain('played again, the log waits as it did with 1');
});

test.each([
  [['--label', 'x'], '--label x: expected a name and a value'],
  [['--unit', 'parsec'], '--unit parsec: expected s, ms, us, ns'],
  [['--between', '5'], '--between 5: "5" has no unit'],
  [['--scv', '2'], '--scv 2: of which service time?'],
  [['--arrivals', '5'], '--arrivals 5: "5" has no unit'],
  [['--format', 'xml'], '--format xml: there is no such format; expected hdr-log'],
  [['--metric', 'x'], '--metric means nothing to'],
])('%j is one clear message', async (flags, message) => {
  const data = join(scratch(), 'data.csv');
  writeFileSync(data, 'time,service\n1,2\n3,2\n');
  const { code, stderr } = await sojourn(['import', data, ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a log larger than the memory is read as a stream', async () => {
  const data = join(scratch(), 'large.csv');
  const row = (i: number) =>
    `${1_700_000_000 + i / 10},${1_700_000_000 + i / 10},${1_700_000_000.05 + i / 10}`;
  // Twenty megabytes, with forty-eight for all of the program: held as rows they would not fit.
  writeFileSync(
    data,
    `arrived,started,finished\n${Array.from({ length: 450_000 }, (_, i) => row(i)).join('\n')}\n`,
  );
  const { code, stdout } = await sojourn(['import', data, '--json'], {
    env: { NODE_OPTIONS: '--max-old-space-size=48' },
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).inferred.customers).toBe(450_000);
});

test('the help names every format', async () => {
  const { stdout } = await sojourn(['import', '--help']);
  const said = /--format ([\s\S]*?)\[string\]/.exec(stdout)?.[1] ?? '';
  expect(said.match(/[a-z0-9-]+(?=[,\s])/g)).toEqual(expect.arrayContaining(formats.map(({ name }) => name)));
});
