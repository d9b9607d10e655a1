import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { scratch, sojourn } from '../../cli/sojourn.js';
import { needsRedis, userServer } from './redis.js';
import { descendants, isRunning } from './runs.js';

interface Driving {
  readonly driver: ChildProcess;
  /** Where the driver and its processes put their temporary folders. */
  readonly folder: string;
}

const open = 'arrivals: 200/s';

/** A run so long that only its end can come. */
const scenarioOf = (broker: string, customers = open): string =>
  `${customers}\nservice: 5ms\nservers: 2\nlive: { broker: ${broker}, messages: 100000 }\n`;

/** A program of its own that drives a queue, like the command line in a terminal: leader of a process group. */
async function driving(scenario: string, redisUrl?: string): Promise<Driving> {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'));
  const driver = spawn(
    process.execPath,
    [fileURLToPath(new URL('./driver.mjs', import.meta.url)), scenario, ...(redisUrl ? [redisUrl] : [])],
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
  ['zeromq', open],
  ['zeromq-push-pull', open],
  ['redis-list', open],
  ['bullmq', open],
  ['in-process', open],
  ['redis-list, availability: sentinel', open],
  [
    'redis-stream, persistence: aof-everysec, faults: [{ fault: cut, at: 50ms, consumer: 1, for: 60s }]',
    open,
  ],
  ['zeromq, producers: 3', 'arrivals: 200/s\nbacklog: 50'],
  ['zeromq-req-rep', 'clients: 8\nthink: 20ms'],
  ['redis-list, producers: 2', 'arrivals: 200/s\ncapacity: 20'],
] as const)('nothing of a run on %s is left, %s', ([broker, customers]) => {
  test('when the program is killed, which cannot clear anything away', async context => {
    if (!/^(zeromq|in-process)/.test(broker)) needsRedis(context);
    const { driver, folder } = await driving(scenarioOf(broker, customers));
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
    const { driver, folder } = await driving(scenarioOf(broker, customers));
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

test.for([
  ['redis-list', open],
  ['redis-stream', open],
  ['bullmq', open],
  ['redis-list-batch', 'arrivals: 200/s\nbacklog: 50'],
  ['redis-list, producers: 3', 'arrivals: 200/s\ncapacity: 20'],
  ['redis-list-pop', 'clients: 8\nthink: 20ms'],
] as const)(
  'a run on %s leaves no key on a server of the user, though the program is killed: %s',
  async ([broker, customers], context) => {
    needsRedis(context);
    const { port } = await userServer();
    const redis = new Redis(port);
    onTestFinished(() => redis.disconnect());
    await redis.set('of-the-user', 1);
    const { driver } = await driving(scenarioOf(broker, customers), `redis://127.0.0.1:${port}`);
    const started = descendants(Number(driver.pid)).map(({ pid }) => pid);
    if (!broker.startsWith('redis-list-')) expect(await redis.dbsize()).toBeGreaterThan(1);
    driver.kill('SIGKILL');
    await allGone(started);
    expect(await redis.keys('*')).toEqual(['of-the-user']);
  },
);

/** Processes that were started with this folder for their temporary files, whoever their parent is now. */
const withFolder = (folder: string): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${folder}\0`);
      } catch {
        // It has ended meanwhile, or is another user's.
        return false;
      }
    });

describe.runIf(existsSync('/proc/self/environ'))('no process and no folder is left', () => {
  const shortRun = (live: string, messages: number): string[] => {
    const path = join(scratch(), 'queue.yaml');
    writeFileSync(
      path,
      `arrivals: 200/s\nservice: 5ms\nservers: 2\nlive: { ${live}, messages: ${messages} }\n`,
    );
    return ['run', path, '--engines', 'live', '--no-report'];
  };

  // Work that fails now and then is compared with no model, so that a busy host is no reason to do it all again.
  test.for(['broker: redis-list, availability: sentinel', 'broker: bullmq', 'broker: zeromq, producers: 3'])(
    'after a run on %s that came to its end',
    async (live, context) => {
      if (!live.includes('zeromq')) needsRedis(context);
      const folder = join(scratch(), 'temporary');
      mkdirSync(folder);
      let during: string[] = [];
      const { code } = await sojourn(shortRun(`${live}, failing: 1%`, 100), {
        env: { TMPDIR: folder },
        onStderr: () => {
          during = withFolder(folder);
        },
      });
      expect(code).toBe(0);
      expect(during).not.toEqual([]);
      expect(withFolder(folder)).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('after a run whose server was killed in the middle, and one that never had a server', async context => {
    needsRedis(context);
    const server = await userServer();
    const folder = join(scratch(), 'temporary');
    mkdirSync(folder);
    const words = [...shortRun('broker: redis-list', 20_000), '--redis-url'];
    let killed = false;
    const lost = await sojourn([...words, `redis://127.0.0.1:${server.port}`], {
      env: { TMPDIR: folder },
      onStderr: () => {
        if (!killed) setTimeout(() => server.process.kill('SIGKILL'), 1000);
        killed = true;
      },
    });
    expect(lost.code).toBe(6);
    const never = await sojourn([...words, 'redis://127.0.0.1:1'], { env: { TMPDIR: folder } });
    expect(never.code).toBe(6);
    expect(withFolder(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
