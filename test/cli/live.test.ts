import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freePort, needsRedis, userServer } from '../engines/live/redis.js';
import { descendants } from '../engines/live/runs.js';
import { type Ended, scratch, sojourn } from './sojourn.js';

/** Two consumers of 20 ms services at 70 messages a second. */
function scenarioIn(folder: string, live: string): string {
  const path = join(folder, 'live.yaml');
  writeFileSync(path, `arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: { ${live} }\n`);
  return path;
}

/** All that a run has said and written: where a secret could be. */
const traces = (folder: string, { stdout, stderr }: Ended): string =>
  [
    stdout,
    stderr,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
  ].join('\n');

const study = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'results', 'live', 'study.json'), 'utf8'));
const liveOf = (of: { results: { engine: string; live?: { partial: boolean; ledger: object } }[] }) =>
  of.results.find(({ engine }) => engine === 'live')?.live;

describe.for(['zeromq', 'redis-list'])('a run on %s', broker => {
  test('serves every message once, and ends with 0, or with 5 on a host too busy to compare', async context => {
    if (broker.startsWith('redis')) needsRedis(context);
    const folder = scratch();
    const path = scenarioIn(folder, `broker: ${broker}, messages: 150`);
    const { code, stdout } = await sojourn(['run', path, '--engines', 'live', '--json'], { cwd: folder });
    expect([0, 5]).toContain(code);
    const printed = JSON.parse(stdout);
    expect(printed.results.map(({ engine }: { engine: string }) => engine)).toEqual(['twin', 'live']);
    expect(liveOf(printed)).toMatchObject({
      partial: false,
      ledger: { sent: 150, received: 150, acknowledged: 150, lost: 0, duplicated: 0 },
    });
    expect(study(folder).files).toEqual(printed.files);
  });

  test('that is interrupted ends with 130 and keeps what was measured', async context => {
    if (broker.startsWith('redis')) needsRedis(context);
    const folder = scratch();
    const path = scenarioIn(folder, `broker: ${broker}, messages: 100000`);
    let interrupted = false;
    const { code, stderr } = await sojourn(['run', path, '--engines', 'live'], {
      cwd: folder,
      onStderr: (child, said) => {
        if (interrupted || !said.includes('driving')) return;
        interrupted = true;
        setTimeout(() => child.kill('SIGINT'), 3000);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('keeping what was measured');
    const kept = liveOf(study(folder));
    expect(kept).toMatchObject({ partial: true, ledger: { lost: 0, duplicated: 0 } });
  });
});

describe('what a broker can do to a run', () => {
  test('a server that dies in mid-run ends it with 6, and what was measured is kept', async context => {
    needsRedis(context);
    const folder = scratch();
    const path = scenarioIn(folder, 'broker: redis-list, messages: 100000');
    let killed = false;
    const { code, stdout } = await sojourn(['run', path, '--engines', 'live'], {
      cwd: folder,
      onStderr: (child, said) => {
        if (killed || !said.includes('driving')) return;
        killed = true;
        setTimeout(() => {
          const server = descendants(Number(child.pid)).find(({ command }) =>
            /(redis|valkey)-server/.test(command),
          );
          if (server) process.kill(server.pid, 'SIGKILL');
        }, 3000);
      },
    });
    expect(code).toBe(6);
    expect(stdout).toContain('lost');
    expect(liveOf(study(folder))).toMatchObject({ partial: true });
  });

  test('no server on the PATH: 6, and what to do', async () => {
    const folder = scratch();
    const path = scenarioIn(folder, 'broker: redis-list, messages: 100');
    const { code, stdout } = await sojourn(['run', path, '--engines', 'live', '--no-report'], {
      cwd: folder,
      env: { PATH: '' },
    });
    expect(code).toBe(6);
    expect(stdout).toMatch(/no redis-server or valkey-server on the PATH[\s\S]*--redis-url/);
  });

  test('nothing listens at the URL: 6, with its place and without its password', async () => {
    const folder = scratch();
    const path = scenarioIn(folder, 'broker: redis-list, messages: 100');
    const port = await freePort();
    const url = `redis://someone:s3cr3t@127.0.0.1:${port}`;
    const ended = await sojourn(['run', path, '--engines', 'live', '--redis-url', url], { cwd: folder });
    expect(ended.code).toBe(6);
    expect(ended.stdout).toContain(`127.0.0.1:${port}`);
    expect(traces(folder, ended)).not.toContain('s3cr3t');
  });

  test('a wrong password: 6, and neither password appears anywhere', async context => {
    needsRedis(context);
    const { port } = await userServer('--requirepass', 'r1ght');
    const folder = scratch();
    const path = scenarioIn(folder, 'broker: redis-list, messages: 100');
    const ended = await sojourn(['run', path, '--engines', 'live'], {
      cwd: folder,
      env: { SOJOURN_REDIS_URL: `redis://:wr0ng@127.0.0.1:${port}` },
    });
    expect(ended.code).toBe(6);
    expect(ended.stdout).toMatch(/refuses the user or the password/);
    expect(traces(folder, ended)).not.toMatch(/wr0ng|r1ght/);
  });

  test('the right password: the run goes through, and the password appears nowhere', async context => {
    needsRedis(context);
    const { port } = await userServer('--requirepass', 'r1ght');
    const folder = scratch();
    const path = scenarioIn(folder, 'broker: redis-list, messages: 100');
    const ended = await sojourn(
      ['run', path, '--engines', 'live', '--redis-url', `redis://:r1ght@127.0.0.1:${port}`],
      { cwd: folder },
    );
    expect([0, 5]).toContain(ended.code);
    expect(liveOf(study(folder))).toMatchObject({ ledger: { received: 100 } });
    expect(traces(folder, ended)).not.toContain('r1ght');
  });
});

test('a run with faults says what was lost beside what was predicted, and is judged by no model', async () => {
  const folder = scratch();
  const kill = 'faults: [{ fault: kill, at: 500ms, consumer: 1 }]';
  const path = scenarioIn(folder, `broker: zeromq, messages: 80, lease: 300ms, ${kill}`);
  const { code, stdout } = await sojourn([
    'run',
    path,
    '--engines',
    'live',
    '--out',
    join(folder, 'results'),
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Disturbed on purpose: kill consumer 1 at 500 ms\. zeromq, at least once, lost 0/);
  const written = study(folder);
  expect(liveOf(written)).toMatchObject({
    topology: { kind: 'shared' },
    guarantee: 'at-least-once',
    ledger: { sent: 80, processed: 80, lost: 0, deadLettered: 0 },
    disturbed: { faults: ['kill consumer 1 at 500 ms'], predictedLost: 0 },
  });
  expect(written.comparisons.every((row: object) => !('verdict' in row))).toBe(true);
});
