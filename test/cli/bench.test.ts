import { describe, expect, test } from 'vitest';
import { freePort, needsRedis } from '../engines/live/redis.js';
import { sojourn } from './sojourn.js';

const brief = ['--seconds', '1', '--in-flight', '4', '--payload', '10'];

describe('sojourn bench', () => {
  test('measures the idle latency and the highest rates of a broker', async () => {
    const { code, stdout } = await sojourn(['bench', '--broker', 'zeromq,in-process', ...brief, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ schema: 1, consumers: 2, payloadBytes: 10, unavailable: [], studies: [] });
    expect(report.ceilings.map(({ broker }: { broker: string }) => broker)).toEqual(['zeromq', 'in-process']);
    for (const { idle, tries } of report.ceilings) {
      expect(idle.messages).toBe(200);
      expect(idle.delivery.p50).toBeGreaterThan(0);
      expect(idle.delivery.p99).toBeGreaterThanOrEqual(idle.delivery.p50);
      expect(idle.roundTrip.p50).toBeGreaterThan(idle.delivery.p50);
      expect(tries).toHaveLength(1);
      expect(tries[0]).toMatchObject({ inFlight: 4 });
      expect(tries[0].messages).toBeGreaterThanOrEqual(2000);
      // Nothing is acknowledged before it is sent.
      expect(tries[0].sentPerSecond).toBeGreaterThan(0.999 * tries[0].throughPerSecond);
    }
  });

  test('a scenario goes to every broker, beside its theory', async () => {
    const scenario = ['scenarios/quickstart.yaml', '--set', 'live.messages=60'];
    const { code, stdout } = await sojourn(['bench', ...scenario, '--broker', 'in-process', ...brief]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/The scenario, by broker \(quickstart\)\n.*theory W.*twin W.*measured W/);
    expect(stdout).toMatch(/in-process +39\.2 ms/);
  });

  test('stands beside redis-benchmark where that is installed', async context => {
    needsRedis(context);
    const { code, stdout } = await sojourn(['bench', '--broker', 'redis-list', ...brief, '--json']);
    expect(code).toBe(0);
    const { ceilings, yardstick } = JSON.parse(stdout);
    expect(ceilings[0].software).toMatch(/(redis|valkey)-server .*ioredis/);
    if (yardstick)
      expect(yardstick).toMatchObject({
        command: 'LPUSH',
        tries: [{ inFlight: 4, perSecond: expect.any(Number) }],
      });
  });

  test('a server that is not there is code 6, and the others are measured', async () => {
    const url = `redis://someone:s3cr3t@127.0.0.1:${await freePort()}`;
    const { code, stdout, stderr } = await sojourn([
      ...['bench', '--broker', 'redis-list,in-process', '--redis-url', url],
      ...brief,
    ]);
    expect(code).toBe(6);
    expect(stdout).toMatch(/in-process +4 /);
    expect(stdout).toMatch(/! redis-list: the Redis server at 127\.0\.0\.1:\d+ does not answer/);
    expect(stdout + stderr).not.toContain('s3cr3t');
  });

  test.each([
    [['--broker', 'rabbit'], '--broker rabbit: there is no broker "rabbit"; known are zeromq, '],
    [['--in-flight', '1,0'], '--in-flight 0: expected a whole number from 1 to 10000'],
    [['--consumers', '2.5'], '--consumers 2.5: expected a whole number from 1 to 32'],
    [['--set', 'servers=3'], '--set servers=3: there is no scenario to change; name its file'],
  ])('%j is refused in one clear message', async (words, message) => {
    const { code, stdout, stderr } = await sojourn(['bench', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('the highest rate that meets a target', () => {
  const scenario = ['scenarios/quickstart.yaml', '--set', 'live.messages=60', '--broker', 'in-process'];

  test('lies between a rate that holds and one that does not, or the machine is too busy to tell', async () => {
    const search = ['--target', 'mean sojourn < 60ms', '--try-for', '2s'];
    const { code, stdout } = await sojourn(['bench', ...scenario, ...search, ...brief, '--json']);
    const [{ broker, targets, met, missed, model, tries }] = JSON.parse(stdout).highest;
    expect({ broker, targets }).toEqual({ broker: 'in-process', targets: ['mean sojourn < 60ms'] });
    // M/M/2 with services of 20 ms: W = s / (1 - ρ²) is 60 ms where ρ² = 2/3.
    const rate = 100 * Math.sqrt(2 / 3);
    expect(model.met).toBeLessThanOrEqual(rate);
    expect(model.missed).toBeGreaterThan(rate);
    expect(model).toMatchObject({ by: 'theory' });
    expect(tries[0]).toMatchObject({ rate: model.met, messages: 200 });
    if (code === 0) expect(missed / met).toBeLessThanOrEqual(1.05);
    else expect({ code, last: tries.at(-1).outcome }).toEqual({ code: 5, last: 'not-comparable' });
  });

  test.each([
    [['--target', 'p99 sojourn<100ms'], "--target 'p99 sojourn<100ms': there is no scenario"],
    [[...scenario, '--target', 'speed > 3'], `--target 'speed > 3': "speed" is not a measure`],
    [
      [...scenario, '--target', 'mean wait<1s', '--try-for', '5'],
      '--try-for 5: expected a duration from 1s to 1h',
    ],
  ])('%s is refused', async (words, message) => {
    const { code, stderr } = await sojourn(['bench', ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
