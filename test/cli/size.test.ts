import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sojourn } from './sojourn.js';

const email = ['--arrivals', '300/min', '--service', '2s'];

describe('sojourn size', () => {
  test('two numbers and a target give the answer first, the table, the headroom', async () => {
    const { code, stdout, stderr } = await sojourn(['size', ...email, '--wait', 'p99<5s']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^12 servers: the smallest number that meets p99 wait < 5s \(M\/M\/12, exact\)\./);
    expect(stdout).toMatch(/→ 12 +83\.3 % .*✓/);
    expect(stdout).toMatch(/\b11 +90\.9 % .*✗/);
    expect(stdout).toMatch(/\b9 +111 % .*grows by 30\/min without end/);
    expect(stdout).toMatch(/Headroom: .*5\.2\/s \(\+4\.0\d %\)\. Beyond that p99 wait < 5s breaks first/);
  });

  test('a pause that is to be made up for decides where it takes more servers than the wait', async () => {
    const asked = [...email, '--wait', 'p99<5s', '--pause', '10min'];
    const { code, stdout } = await sojourn(['size', ...asked, '--drain', '15min']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^18 servers: .* p99 wait < 5s and a pause of 10 min cleared within 15 min/);
    expect(stdout).toMatch(/\b17 .*✗ clears too late/);
    expect(stdout).toContain('To be cleared in time in 95 % of cases takes 18 servers, which decides.');
    const { stdout: easy } = await sojourn(['size', ...asked, '--drain', '150min', '--json']);
    expect(JSON.parse(easy)).toMatchObject({ outcome: 'met', servers: 12, clears: { servers: 11 } });
    const { code: refused, stderr } = await sojourn(['size', ...asked]);
    expect(refused).toBe(2);
    expect(stderr).toContain('--pause 10min: cleared how soon? Add --drain 15min');
  });

  test('--json prints one document with the fields that scripts rely on', async () => {
    const { code, stdout } = await sojourn(['size', ...email, '--wait', 'p99<5s', '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      schema: 1,
      outcome: 'met',
      servers: 12,
      targets: ['p99 wait < 5s'],
      headroom: { factor: expect.closeTo(1.04, 2), breaks: { targets: ['p99 wait < 5s'] } },
      engine: 'theory',
      provenance: { command: "sojourn size --arrivals 300/min --service 2s --wait 'p99<5s'", seed: 1 },
    });
    expect(report.table.map(({ servers }: { servers: number }) => servers)).toEqual([
      9, 10, 11, 12, 13, 14, 15,
    ]);
    expect(report.table[3]).toMatchObject({
      utilisation: expect.closeTo(10 / 12, 12),
      measures: { p99Wait: { kind: 'exact', value: expect.closeTo(3.81, 2) } },
    });
  });

  test('a scenario brings its own targets and cost; flags change it', async () => {
    const file = join(root, 'scenarios', 'email-workers.yaml');
    const { stdout } = await sojourn(['size', file, '--json']);
    const { servers, targets, table } = JSON.parse(stdout);
    expect({ servers, targets }).toEqual({ servers: 12, targets: ['p99 wait < 5s', 'utilisation < 90%'] });
    expect(table[3].cost).toEqual({ perHour: expect.closeTo(0.6, 12), currency: 'EUR' });
    const doubled = await sojourn(['size', file, '--arrivals', '600/min', '--utilisation', '80%', '--json']);
    expect(JSON.parse(doubled.stdout)).toMatchObject({ servers: 26, targets: ['utilisation < 80%'] });
  });

  test('service as percentiles, found by simulation, the same bytes with any number of workers', async () => {
    const args = [
      ...['size', '--arrivals', '100/s', '--service', 'p50=8ms,p99=85ms', '--wait', 'p99<50ms'],
      ...['--no-headroom', '--set', 'run.maxCustomers=300000', '--json'],
    ];
    const one = await sojourn([...args, '--workers', '1']);
    const two = await sojourn([...args, '--workers', '2']);
    expect(one.stdout).toBe(two.stdout);
    expect(one.stderr).toContain('simulated');
    const { engine, scenario, service } = JSON.parse(one.stdout);
    expect(engine).toBe('simulation');
    const { median, sigma } = scenario.stations.queue.service;
    expect(median).toBeCloseTo(0.008, 12);
    expect(median * Math.exp(2.3263478740408408 * sigma)).toBeCloseTo(0.085, 10);
    expect(service.mean).toBeCloseTo(median * Math.exp(sigma ** 2 / 2), 12);
  });

  test('what is impossible ends with 3, what stays open with 4', async () => {
    const impossible = await sojourn(['size', ...email, '--sojourn', 'p99<5s']);
    expect(impossible.code).toBe(3);
    expect(impossible.stdout).toMatch(
      /^Impossible: "p99 sojourn < 5s" cannot be met with any number of servers\./,
    );
    const open = await sojourn([
      ...['size', '--arrivals', '16/s', '--wait', 'p99<3s'],
      ...['--set', 'service={ distribution: lognormal, mean: 1s, scv: 2 }'],
      ...['--set', 'run.maxCustomers=200000', '--no-headroom'],
    ]);
    expect(open.code).toBe(4);
    expect(open.stdout).toMatch(/^Inconclusive between \d+ and \d+: /);
  });

  test('Ctrl-C ends the search with 130 and no half answer', async () => {
    const { code, stdout } = await sojourn(
      [
        ...['size', '--arrivals', '95/s', '--wait', 'p99<100ms'],
        ...['--set', 'service={ distribution: lognormal, mean: 1s, scv: 9 }'],
      ],
      {
        onStderr: (child, stderr) => {
          if (stderr.includes('simulated') && !stderr.includes('interrupted')) child.kill('SIGINT');
        },
      },
    );
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });

  test.each([
    [
      'a rate without a unit',
      ['--arrivals', '300', '--service', '2s'],
      /--arrivals 300: "300" has no unit\n {2}expected a rate/,
    ],
    ['no arrivals', ['--service', '2s'], /no scenario file and no --arrivals/],
    [
      'percentiles that fall',
      ['--arrivals', '3/s', '--service', 'p50=8ms,p95=3ms'],
      /--service p50=8ms,p95=3ms.*p95/,
    ],
    ['one percentile', ['--arrivals', '3/s', '--service', 'p50=8ms'], /two percentiles or more/],
    [
      'percentiles and an scv',
      ['--arrivals', '3/s', '--service', 'p50=8ms,p95=9ms', '--scv', '2'],
      /--scv 2/,
    ],
    ['a file that is not there', ['nowhere.yaml'], /nowhere\.yaml: there is no such file/],
    ['a target without a statistic', [...email, '--wait', '5s'], /--wait '5s': this is no target/],
    ['a target without a unit', [...email, '--wait', 'p99<5'], /--wait 'p99<5': "5" has no unit/],
    ['a percentile that is none', [...email, '--wait', 'p100<5s'], /"p100 wait" is not a measure/],
    ['a growth that is none', [...email, '--growth', 'fast'], /--growth fast: expected/],
    ['a time that is none', [...email, '--within', '5'], /--within 5: "5" has no unit/],
    ['a file of two stations', [join(root, 'scenarios', 'checkout.yaml')], /--station api or db/],
  ])('%s is refused in one clear message', async (_, args, message) => {
    const target = args.some(arg => arg === '--wait') ? [] : ['--wait', 'p99<5s'];
    const { code, stdout, stderr } = await sojourn(['size', ...args, ...target]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.match(/sojourn: /g)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
