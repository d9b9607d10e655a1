import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { needsRedis, userServer } from './redis.js';
import { descendants, isRunning } from './runs.js';

interface Driving {
  readonly driver: ChildProcess;
  /** Where the driver and its processes put their temporary folders. */
  readonly folder: string;
}

/** A program of its own that drives a queue, like the command line in a terminal: leader of a process group. */
async function driving(broker: string, redisUrl?: string): Promise<Driving> {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'));
  const driver = spawn(
    process.execPath,
    [fileURLToPath(new URL('./driver.mjs', import.meta.url)), broker, ...(redisUrl ? [redisUrl] : [])],
    {
      detached: true,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  onTestFinished(() => {
    driver.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const [said] = await once(driver, 'message');
  expect(said).toBe('running');
  return { driver, folder };
}

/** Waits until none of the processes runs; the test's own limit of time ends a wait in vain. */
async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await sleep(50);
}

describe.for([
  'zeromq',
  'zeromq-push-pull',
  'redis-list',
  'bullmq',
  'in-process',
  'redis-list, availability: sentinel',
  'redis-stream, persistence: aof-everysec, faults: [{ fault: cut, at: 50ms, consumer: 1, for: 60s }]',
])('nothing of a run on %s is left', broker => {
  test('when the program is killed, which cannot clear anything away', async context => {
    if (!/^(zeromq|in-process)/.test(broker)) needsRedis(context);
    const { driver, folder } = await driving(broker);
    const started = descendants(Number(driver.pid));
    const programs = started.map(({ command }) => command).join('\n');
    expect(programs).toContain('consumers.js');
    if (broker === 'redis-list') expect(programs).toMatch(/(redis|valkey)-server \S*:\d+/);
    if (broker === 'redis-list') expect(readdirSync(folder)).toHaveLength(1);
    driver.kill('SIGKILL');
    await allGone(started.map(({ pid }) => pid));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('when Ctrl-C comes from the terminal, and what was measured is kept', async context => {
    if (!/^(zeromq|in-process)/.test(broker)) needsRedis(context);
    const { driver, folder } = await driving(broker);
    const started = descendants(Number(driver.pid));
    // A terminal sends it to every process of the group.
    process.kill(-Number(driver.pid), 'SIGINT');
    let ended: unknown;
    while (typeof ended !== 'object') [ended] = await once(driver, 'message');
    expect(ended).toMatchObject({ problem: { kind: 'interrupted' }, partial: true });
    expect((ended as { received: number }).received).toBeGreaterThanOrEqual(20);
    await allGone([...started.map(({ pid }) => pid), Number(driver.pid)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.for(['redis-list', 'redis-stream', 'bullmq'])(
  'a run on %s leaves no key on a server of the user, though the program is killed',
  async (broker, context) => {
    needsRedis(context);
    const { port } = await userServer();
    const redis = new Redis(port);
    onTestFinished(() => redis.disconnect());
    await redis.set('of-the-user', 1);
    const { driver } = await driving(broker, `redis://127.0.0.1:${port}`);
    const started = descendants(Number(driver.pid)).map(({ pid }) => pid);
    expect(await redis.dbsize()).toBeGreaterThan(1);
    driver.kill('SIGKILL');
    await allGone(started);
    expect(await redis.keys('*')).toEqual(['of-the-user']);
  },
);
