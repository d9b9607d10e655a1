import { describe, expect, test } from 'vitest';
import { type LiveRun, measure } from '../../../src/engines/live/index.js';
import { needsRedis, userServer } from './redis.js';
import { customers, disturbed, ofRuns, scenario } from './runs.js';

function signal(command: RegExp, name: NodeJS.Signals): void {
  const found = ofRuns().filter(running => command.test(running.command));
  expect(found).toHaveLength(1);
  process.kill(found[0].pid, name);
}

const kill = (command: RegExp): void => signal(command, 'SIGKILL');

/** What every run must keep that came to an end before its time. */
function expectPartial({ observations, record, problem }: LiveRun, kind: string): void {
  expect(problem?.kind).toBe(kind);
  expect(problem?.message).toMatch(/after \d+ of 100000 messages$/);
  expect(record).toMatchObject({ partial: true, messages: 100_000, checks: [] });
  const { received, sent } = record.ledger;
  expect(received).toBeGreaterThanOrEqual(20);
  expect(sent).toBeGreaterThanOrEqual(received);
  const times = (column: Float64Array) => column.filter(time => !Number.isNaN(time)).length;
  expect(times(observations.finished)).toBe(received);
  expect(times(observations.sent)).toBe(sent);
  for (const part of Object.values(record.decomposition ?? {})) expect(part).not.toBeNaN();
  expect(ofRuns()).toEqual([]);
}

describe('a run whose broker is killed keeps what was measured', () => {
  test('the ZeroMQ dispatcher', async () => {
    const run = await disturbed('broker: zeromq', () => kill(/dispatcher\.js/));
    expectPartial(run, 'broker-lost');
    expect(run.problem?.message).toMatch(/^the ZeroMQ dispatcher ended \(SIGKILL\)/);
  });

  test('a Redis server that the run started', async context => {
    needsRedis(context);
    const run = await disturbed('broker: redis-list', () => kill(/(redis|valkey)-server \S*:\d+/));
    expectPartial(run, 'broker-lost');
    expect(run.problem?.message).toMatch(/Redis server/);
  });

  test('a Redis server of the user', async context => {
    needsRedis(context);
    const server = await userServer('--requirepass', 'tOpsEcrEt');
    const run = await disturbed('broker: redis-list', () => server.process.kill('SIGKILL'), {
      redisUrl: `redis://:tOpsEcrEt@127.0.0.1:${server.port}`,
    });
    expect(run.problem?.message).toContain(`127.0.0.1:${server.port} was lost`);
    expect(JSON.stringify({ ...run.record, ...run.problem })).not.toContain('tOpsEcrEt');
    expect(run.problem?.kind).toBe('broker-lost');
  });

  test('the guard of a Redis server: the server goes too', async context => {
    needsRedis(context);
    const run = await disturbed('broker: redis-list', () => kill(/guard\.js/));
    expectPartial(run, 'broker-lost');
  });
});

test('a run whose broker stands still ends, and keeps what was measured', async () => {
  const run = await disturbed('broker: zeromq', () => signal(/dispatcher\.js/, 'SIGSTOP'));
  expectPartial(run, 'broker-lost');
  expect(run.problem?.message).toMatch(/does not answer any more/);
});

test('a run whose consumers are killed keeps what was measured', async () => {
  expectPartial(await disturbed('broker: zeromq', () => kill(/consumers\.js/)), 'broker-lost');
});

test.for(['zeromq', 'redis-list', 'in-process'])(
  'an interrupted run on %s keeps what was measured, and its consumers end what they have begun',
  async (broker, context) => {
    if (broker.startsWith('redis')) needsRedis(context);
    const interruption = new AbortController();
    const run = await disturbed(`broker: ${broker}`, () => interruption.abort(), {
      signal: interruption.signal,
    });
    expectPartial(run, 'interrupted');
    expect(run.record.ledger.lost).toBe(0);
  },
);

test('a run that is interrupted before it begins ends at once, with nothing', async () => {
  const { record, problem, observations } = await measure(scenario('broker: in-process'), {
    customers: customers(100_000),
    signal: AbortSignal.abort(),
  });
  expect(problem?.kind).toBe('interrupted');
  expect(record.decomposition === undefined || record.ledger.received > 0).toBe(true);
  expect(observations.count).toBe(100_000);
});
