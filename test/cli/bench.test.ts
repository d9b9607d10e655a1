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
