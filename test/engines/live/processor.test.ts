import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { processorSecondsOf, realTimeOf } from '../../../src/engines/live/processor.js';

const may = (policy: string) => spawnSync('chrt', [policy, '1', 'true']).status === 0;

/** What is told of a process that chrt has started with these words. */
async function started<T>(words: readonly string[], told: (pid: number | undefined) => T): Promise<T> {
  const child = spawn('chrt', [
    ...words,
    process.execPath,
    '-e',
    'process.stdout.write("on"); setTimeout(() => {}, 60000)',
  ]);
  try {
    await once(child.stdout, 'data');
    return told(child.pid);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

describe.skipIf(process.platform !== 'linux')('what Linux tells of a process', () => {
  for (const [policy, words] of [
    ['--rr', 'round robin'],
    ['--fifo', 'first in, first out'],
  ] as const) {
    const permitted = may(policy);
    it.skipIf(!permitted)(
      `real-time priority by chrt ${policy}${permitted ? '' : ' (not permitted here)'}`,
      async () => {
        expect(await started([policy, '1'], realTimeOf)).toBe(words);
      },
    );
  }

  it.each(['--batch', '--idle', '--other'])('none by chrt %s', async policy => {
    expect(await started([policy, '0'], realTimeOf)).toBeUndefined();
  });

  it('processor seconds of this process, as it counts them itself, and nothing of one that there is not', () => {
    const { user, system } = process.cpuUsage();
    const seconds = processorSecondsOf(process.pid) ?? Number.NaN;
    expect(seconds).toBeGreaterThan(0.5 * ((user + system) / 1e6));
    expect(processorSecondsOf(undefined)).toBeUndefined();
    expect(realTimeOf(undefined)).toBeUndefined();
  });
});
