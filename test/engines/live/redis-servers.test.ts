import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type LiveRun, LiveUnavailable, measure } from '../../../src/engines/live/index.js';
import { freePort, needsRedis, userServer } from './redis.js';
import { customers, disturbed, ofRuns, scenario } from './runs.js';

const secret = 'pa55-W0rd';

const driven = (redisUrl?: string): Promise<LiveRun> =>
  measure(scenario('broker: redis-list'), {
    customers: customers(30),
    attempts: 1,
    ...(redisUrl !== undefined && { redisUrl }),
  });

/** The message with which a server is refused. */
async function refusalOf(redisUrl?: string): Promise<string> {
  const before = ofRuns();
  const error = await driven(redisUrl).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LiveUnavailable);
  expect(ofRuns()).toEqual(before);
  return (error as LiveUnavailable).message;
}

describe('a Redis server of the user', () => {
  test('is driven with its password, which nothing tells, and keeps all keys but ours', async context => {
    needsRedis(context);
    const { port } = await userServer('--requirepass', secret);
    const url = `redis://:${secret}@127.0.0.1:${port}/2`;
    const client = new Redis(url);
    onTestFinished(() => client.disconnect());
    await client.set('mine', '1');
    const run = await driven(url);
    expect(run.record.ledger).toMatchObject({ received: 30, lost: 0 });
    expect(run.record.software).toMatch(/^(redis|valkey)-server \d+\.\d+\S*, ioredis \d/);
    expect(JSON.stringify(run.record)).not.toContain(secret);
    expect(await client.keys('*')).toEqual(['mine']);
  });

  test('keeps no key of a run that was interrupted', async context => {
    needsRedis(context);
    const { port } = await userServer();
    const url = `redis://127.0.0.1:${port}`;
    const client = new Redis(url);
    onTestFinished(() => client.disconnect());
    const interruption = new AbortController();
    const run = await disturbed('broker: redis-list', () => interruption.abort(), {
      signal: interruption.signal,
      redisUrl: url,
    });
    expect(run.problem?.kind).toBe('interrupted');
    expect(await client.keys('*')).toEqual([]);
  });

  test('with another password is refused in one line that names the place and no secret', async context => {
    needsRedis(context);
    const { port } = await userServer('--requirepass', 'another');
    expect(await refusalOf(`redis://:${secret}@127.0.0.1:${port}`)).toBe(
      `the Redis server at 127.0.0.1:${port} refuses the user or the password`,
    );
    expect(await refusalOf(`redis://someone:${secret}@127.0.0.1:${port}`)).toMatch(/refuses the user/);
    expect(await refusalOf(`redis://127.0.0.1:${port}`)).toMatch(/asks for a password/);
  });

  test('that does not let this user do what it takes is refused', async context => {
    needsRedis(context);
    const { port } = await userServer();
    const client = new Redis(`redis://127.0.0.1:${port}`);
    onTestFinished(() => client.disconnect());
    await client.acl('SETUSER', 'guest', 'on', `>${secret}`, '~*', '+@all', '-info');
    expect(await refusalOf(`redis://guest:${secret}@127.0.0.1:${port}`)).toMatch(/does not let this user/);
  });

  test('without a database of that number is refused', async context => {
    needsRedis(context);
    const { port } = await userServer();
    expect(await refusalOf(`redis://127.0.0.1:${port}/99`)).toMatch(/no database of that number/);
  });

  test('where nothing listens is refused', async () => {
    const port = await freePort();
    expect(await refusalOf(`redis://:${secret}@127.0.0.1:${port}`)).toBe(
      `the Redis server at 127.0.0.1:${port} does not answer: nothing listens there`,
    );
  });

  test.each([
    ['never answers', () => {}, /does not answer within 5 s/],
    ['hangs up', (socket: Socket) => socket.destroy(), /cannot be reached/],
    ['is no Redis', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), /cannot be reached/],
  ])('that %s is refused', async (_, answer, message) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    const sockets: Socket[] = [];
    server.on('connection', socket => sockets.push(socket.on('error', () => {})));
    onTestFinished(() => {
      server.close();
      for (const socket of sockets) socket.destroy();
    });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await refusalOf(`redis://:${secret}@127.0.0.1:${port}`)).toMatch(message);
  });

  test.each([
    `127.0.0.1:6379`,
    `http://:${secret}@127.0.0.1`,
    `redis://:${secret}`,
    `redis://:${secret}%@127.0.0.1`,
    'redis://',
  ])('is no server when the URL is none: %s', async url => {
    const message = await refusalOf(url);
    expect(message).toMatch(/the Redis URL is not one: expected redis:/);
    expect(message).not.toContain(secret);
  });
});

describe('a Redis server of our own', () => {
  /** A PATH with nothing on it but the given program; nothing may be left beside it. */
  function pathWith(program?: string): void {
    const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'));
    if (program !== undefined) {
      writeFileSync(join(folder, 'redis-server'), program);
      chmodSync(join(folder, 'redis-server'), 0o755);
    }
    vi.stubEnv('PATH', folder);
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      expect(readdirSync(folder)).toEqual(program === undefined ? [] : ['redis-server']);
      rmSync(folder, { recursive: true, force: true });
    });
  }

  async function message(): Promise<string> {
    const error = await driven().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LiveUnavailable);
    return (error as LiveUnavailable).message;
  }

  test('needs a program on the PATH; the message says what else there is', async () => {
    pathWith();
    expect(await message()).toMatch(
      /no redis-server or valkey-server on the PATH; .*--redis-url.*--broker zeromq/,
    );
  });

  test('that does not start is told', async () => {
    pathWith('#!/bin/sh\nexit 3\n');
    expect(await message()).toMatch(/redis-server did not start: it ended \(exit code 3\)/);
  });

  test('that is no program is told', async () => {
    pathWith('neither a script nor a program');
    expect(await message()).toMatch(/redis-server did not start/);
  });
});
