import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import { redact } from '../../src/cli/output.js';
import { connect } from '../../src/engines/live/brokers/redis/connect.js';
import { freePort, needsRedis, userServer } from '../engines/live/redis.js';
import { descendants } from '../engines/live/runs.js';
import { type Invocation, scratch, sojourn } from './sojourn.js';

/** Passwords that somebody may have, each of which something takes for its own. */
const passwords = {
  'the signs of a URL': 'p@ss:w/ord?x#y&z=1',
  'percent signs': '100%25 of %40',
  spaces: ' two  words ',
  quotes: `it's "quoted" \`so\` $(id) \\n`,
  'other scripts': 'пароль-密码-🔑',
  'an ordinary word': 'queue',
  'one letter': 'a',
  digits: '4711',
  'a URL': 'redis://u:p@127.0.0.1:1',
  'very long': 'x/y@'.repeat(300),
};

/** What a shell, a URL, JSON, HTML and XML make of a text. */
function formsOf(secret: string): string[] {
  const asEntities = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const inShell = secret.replaceAll("'", `'\\''`);
  const asJson = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, encodeURIComponent(secret), encodeURI(secret), asJson, asEntities, inShell])];
}

const urlTo = (port: number, password: string, user = '') =>
  `redis://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`;

/** A server of the user that lets in whoever knows one of the passwords, as the default user or as one of the list. */
async function secured(context: TestContext, password: string) {
  needsRedis(context);
  const server = await userServer();
  const redis = new Redis(server.port);
  onTestFinished(() => redis.disconnect());
  // A server that a test kills is gone.
  redis.on('error', () => {});
  for (const [i, one] of Object.values(passwords).entries())
    await redis.call('ACL', 'SETUSER', `user${i}`, 'on', `>${one}`, '~sojourn:*', '+@all');
  await redis.config('SET', 'requirepass', password);
  return server;
}

function queueIn(folder: string, messages = 60): string {
  const path = join(folder, 'queue.yaml');
  writeFileSync(
    path,
    `arrivals: 100/s\nservice: 10ms\nservers: 2\nlive: { broker: redis-list, messages: ${messages} }\n`,
  );
  return path;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile());

function expectHidden(secret: string, places: Readonly<Record<string, string>>): void {
  for (const [place, text] of Object.entries(places))
    for (const form of formsOf(secret)) expect(text.includes(form), `${place} holds ${form}`).toBe(false);
}

const nasty = passwords['the signs of a URL'];

test('every password opens the server, by user and by default; a wrong one is not repeated', async context => {
  const { port } = await secured(context, nasty);
  for (const [i, password] of Object.values(passwords).entries()) {
    const redis = await connect(urlTo(port, password, `user${i}`));
    expect(await redis.call('ACL', 'WHOAMI')).toBe(`user${i}`);
    redis.disconnect();
    const wrong = await connect(urlTo(port, `${password}!`, `user${i}`)).catch(error => error);
    expect(String(wrong)).toBe(
      `LiveUnavailable: the Redis server at 127.0.0.1:${port} refuses the user or the password`,
    );
  }
  const byDefault = await connect(urlTo(port, nasty));
  expect(await byDefault.call('ACL', 'WHOAMI')).toBe('default');
  byDefault.disconnect();
});

describe('a password', () => {
  const asked = (from: string, url: string, words: readonly string[], more: Invocation = {}) =>
    from === 'flag'
      ? sojourn([...words, '--redis-url', url], more)
      : sojourn(words, { ...more, env: { SOJOURN_REDIS_URL: url } });

  test.for(['flag', 'environment'])(
    'from the %s is in no output, file, list of processes or environment of a run',
    async (from, context) => {
      const { port } = await secured(context, nasty);
      const folder = scratch();
      const out = join(folder, 'out');
      const files = ['--messages', '--hlog', '--junit', join(out, 'j.xml'), '--markdown', join(out, 'm.md')];
      const words = ['run', queueIn(folder), '--engines', 'live', '--verbose', '--out', out, ...files];
      let [seen, own, environments] = ['', '', ''];
      const { code, stdout, stderr } = await asked(from, urlTo(port, nasty), words, {
        onStderr: child => {
          if (seen !== '') return;
          setTimeout(() => {
            const started = descendants(Number(child.pid));
            seen = started.map(({ command }) => command).join('\n');
            own = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(child.pid)], { encoding: 'utf8' });
            environments = started.map(({ pid }) => readFileSync(`/proc/${pid}/environ`, 'utf8')).join('\n');
          }, 400);
        },
      });
      expect([0, 5]).toContain(code);
      expect(seen).toContain('consumers.js');
      expect(own.trim()).not.toBe('');
      expect(environments).toContain('PATH=');
      const written = filesIn(out).map(path => [path, readFileSync(path, 'latin1')]);
      expect(written.map(([path]) => path).join()).toMatch(/study\.json.*times\.hlog/s);
      expectHidden(nasty, { stdout, stderr, seen, own, environments, ...Object.fromEntries(written) });
      const study = join(out, 'queue', 'study.json');
      const again = await sojourn([
        'report',
        study,
        '--formats',
        'csv,html,markdown',
        '--out',
        join(folder, 'two'),
      ]);
      expect(again.code).toBe(0);
      for (const path of filesIn(join(folder, 'two')))
        expectHidden(nasty, { [path]: readFileSync(path, 'latin1') });
    },
  );

  test('is in no message when it is wrong, nobody listens, or the server dies', async context => {
    const server = await secured(context, nasty);
    const folder = scratch();
    const run = ['run', queueIn(folder), '--engines', 'live', '--no-report', '--verbose', '--json'];
    const bench = ['bench', '--broker', 'redis-list', '--json'];
    const [wrong, nobody] = [urlTo(server.port, `${nasty}!`), urlTo(await freePort(), nasty)];
    for (const [url, words] of [
      [wrong, run],
      [nobody, run],
      [wrong, bench],
    ] as const) {
      const { code, stdout, stderr } = await asked('environment', url, words);
      expect(code).toBe(6);
      expectHidden(nasty, { stdout, stderr });
    }
    const long = ['run', queueIn(folder, 5000), '--engines', 'live', '--no-report', '--verbose', '--json'];
    let killed = false;
    const { code, stdout, stderr } = await asked('flag', urlTo(server.port, nasty), long, {
      onStderr: () => {
        if (!killed) setTimeout(() => server.process.kill('SIGKILL'), 1000);
        killed = true;
      },
    });
    expect(code).toBe(6);
    expectHidden(nasty, { stdout, stderr });
  });
});

test.each([
  'redis://:p/ss@127.0.0.1',
  'redis://u:p@ss/w@127.0.0.1',
  'redis://queue:4711?x@127.0.0.1',
  'redis://u:a#b@127.0.0.1',
])('%s: where the password ends cannot be told, and nothing of it is', async url => {
  const { code, stdout, stderr } = await sojourn([
    'run',
    queueIn(scratch()),
    ...['--engines', 'live', '--no-report', '--redis-url', url],
  ]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--redis-url: there is an @ after a /, a ? or a #');
  expect(stderr).not.toMatch(/p\/ss|ss\/w|4711|a#b/);
});

test('a password in the query of the URL goes to no other machine in plain either', async () => {
  const { code, stderr } = await sojourn([
    'run',
    queueIn(scratch()),
    ...['--engines', 'live', '--no-report', '--redis-url', 'redis://192.0.2.1?password=pa55'],
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('the password would go to 192.0.2.1:6379 unencrypted');
  expect(stderr).not.toContain('pa55');
});

test.each([
  ['at redis://u:p@ss@host:1/0, again', 'at redis://***@host:1/0, again'],
  ['rediss://:a/b?c#d@host', 'rediss://***@host'],
  [`--set 'x=redis://u:it'\\''s@h'`, `--set 'x=redis://***@h'`],
  ['the queue at redis://host:6379 is a queue', 'the queue at redis://host:6379 is a queue'],
])('what is said of %s', (text, said) => expect(redact(text)).toBe(said));
