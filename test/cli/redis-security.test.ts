import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { freePort, needsRedis, userServer } from '../engines/live/redis.js';
import { scratch, sojourn } from './sojourn.js';

const secret = 'pa55-W0rd';

function queueIn(folder: string): string {
  const path = join(folder, 'queue.yaml');
  writeFileSync(
    path,
    'arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: { broker: redis-list, messages: 60 }\n',
  );
  return path;
}

/** A server that speaks TLS alone, with a certificate that it has signed itself; where the file is. */
async function tlsServer(context: TestContext, folder: string, ...options: string[]) {
  needsRedis(context);
  const [key, certificate] = ['key.pem', 'certificate.pem'].map(name => join(folder, name));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const owner = ['-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    const words = ['req', '-x509', ...curve, '-keyout', key, '-out', certificate, ...owner];
    execFileSync('openssl', words, { stdio: 'ignore' });
  } catch (error) {
    if (process.env.CI) throw error;
    context.skip('there is no openssl on the PATH to make a certificate');
  }
  const port = await freePort();
  const tls = {
    'tls-port': port,
    'tls-cert-file': certificate,
    'tls-key-file': key,
    'tls-auth-clients': 'no',
  };
  const words = Object.entries(tls).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await userServer(...words, ...options);
  return { url: (user: string) => `rediss://${user}127.0.0.1:${port}`, certificate };
}

test('a run over TLS as a user who may do what it takes and no more', async context => {
  const folder = scratch();
  const allowed = ['~sojourn:*', '+@connection', '+@list', '+@transaction', '+info', '+del', '+client'];
  const user = ['--user', 'queue', 'on', `>${secret}`, ...allowed];
  const { url, certificate } = await tlsServer(context, folder, ...user);
  const { code, stdout, stderr } = await sojourn(
    ['run', queueIn(folder), '--engines', 'live', '--json', '--redis-url', url(`queue:${secret}@`)],
    { cwd: folder, env: { NODE_EXTRA_CA_CERTS: certificate } },
  );
  expect([0, 5]).toContain(code);
  const live = JSON.parse(stdout).results.find(({ engine }: { engine: string }) => engine === 'live').live;
  expect(live.ledger).toMatchObject({ sent: 60, received: 60, acknowledged: 60, lost: 0 });
  expect(stdout + stderr).not.toContain(secret);
});

test('a certificate that nobody vouches for, and no TLS at all: 6, and what to do', async context => {
  const folder = scratch();
  const { url } = await tlsServer(context, folder);
  const path = queueIn(folder);
  const asked = (at: string) => sojourn(['run', path, '--engines', 'live', '--no-report', '--redis-url', at]);
  const unknown = await asked(url(''));
  expect(unknown.code).toBe(6);
  expect(unknown.stdout).toContain('NODE_EXTRA_CA_CERTS');
  const { port } = await userServer();
  const plain = await asked(`rediss://127.0.0.1:${port}`);
  expect(plain.code).toBe(6);
  expect(plain.stdout).toMatch(/is it a Redis server\s+that speaks TLS\?/);
});

test('no password goes to another machine in plain, unless that is said', async () => {
  const folder = scratch();
  const run = ['run', queueIn(folder), '--engines', 'live', '--no-report'];
  const env = { SOJOURN_REDIS_URL: `redis://:${secret}@192.0.2.1:6379` };
  const refused = await sojourn(run, { env });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('SOJOURN_REDIS_URL: the password would go to 192.0.2.1:6379 unencrypted');
  expect(refused.stderr).not.toContain(secret);
  const bench = ['bench', '--broker', 'redis-list', '--redis-url', `redis://u:${secret}@redis.invalid`];
  const alsoRefused = await sojourn(bench);
  expect(alsoRefused.code).toBe(2);
  expect(alsoRefused.stderr).toContain(
    '--redis-url: the password would go to redis.invalid:6379 unencrypted',
  );
  const allowed = await sojourn([...bench, '--allow-plain-password']);
  expect(allowed.code).toBe(6);
  expect(allowed.stdout).toContain('the Redis server at redis.invalid:6379');
  expect(allowed.stdout + allowed.stderr).not.toContain(secret);
});
