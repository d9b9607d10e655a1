import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { scratch, sojourn } from './sojourn.js';

function busyQueue(): string {
  const path = join(scratch(), 'busy.yaml');
  writeFileSync(
    path,
    `arrivals: 70/s
service: 20ms
servers: 2
live: { broker: zeromq, messages: 250 }
thresholds: ['mean sojourn < 1ms']
`,
  );
  return path;
}

const served = (metrics: string): number =>
  Number(/^sojourn_messages_served_total\{.*\} (\d+)$/m.exec(metrics)?.[1]);

test('a live run tells what it does while it goes on, and of a threshold that fails', async () => {
  const seen: string[] = [];
  let asking: Promise<void> | undefined;
  const { code, stderr } = await sojourn(
    ['run', busyQueue(), '--engines', 'theory,live', '--no-report', '--prometheus-port', '0'],
    {
      onStderr: (child, said) => {
        const url = /metrics at (\S+)/.exec(said)?.[1];
        if (url === undefined || !said.includes('driving') || asking) return;
        asking = (async () => {
          while (child.exitCode === null) {
            const answer = await fetch(url).catch(() => undefined);
            if (answer) seen.push(await answer.text());
            await sleep(200);
          }
        })();
      },
    },
  );
  await asking;
  expect([3, 5]).toContain(code);
  const counts = seen.map(served).filter(count => count > 0);
  expect(counts.length).toBeGreaterThan(2);
  // They only grow, but that a run which is not comparable begins again, twice at most.
  expect(counts.filter((count, i) => count < counts[i - 1]).length).toBeLessThanOrEqual(2);
  expect(seen.at(-1)).toContain('engine="theory"} 70\n');
  expect(stderr).toMatch(/mean sojourn < 1ms: fails so far, .* after \d+ messages/);
});

test('a port that is taken, and what is no port: 2, and what to do', async () => {
  const other = createServer();
  await new Promise<void>(resolve => void other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const taken = await sojourn(['run', busyQueue(), '--prometheus-port', String(port)]);
  expect(taken.code).toBe(2);
  expect(taken.stderr).toContain(`--prometheus-port ${port}: another program has this port; choose another`);
  const none = await sojourn(['run', busyQueue(), '--prometheus-port', '70000']);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('--prometheus-port 70000: expected a port from 1 to 65535');
});
