import { describe, expect, test } from 'vitest';
import { buildUp } from '../../../src/engines/live/build-up.js';
import type { Role } from '../../../src/engines/live/roles/role.js';

const sender = (build: () => Promise<void>) => ({ build }) as Role;
const workload = { intended: new Float64Array(5), services: new Float64Array(5), backlog: 5 };

describe('a backlog', () => {
  test('is there when all senders have sent it and the broker counts it', async () => {
    const counted = [0, 3, 4, 5];
    let looks = 0;
    let built = 0;
    const build = async () => void built++;
    await buildUp(workload, [sender(build), sender(build)], { depth: async () => counted[looks++] });
    expect(built).toBe(2);
    expect(looks).toBe(4);
  });

  test('that nobody can count is there when it is sent', async () => {
    let built = 0;
    await buildUp(workload, [sender(async () => void built++)], {});
    expect(built).toBe(1);
  });

  test('that a sender cannot send fails with its reason', async () => {
    const build = () => Promise.reject(new Error('gone'));
    await expect(buildUp(workload, [sender(build)], { depth: async () => 0 })).rejects.toThrow('gone');
  });

  test('is not waited for when the run is interrupted', async () => {
    await buildUp(
      workload,
      [sender(() => new Promise(() => {}))],
      { depth: async () => 1 },
      AbortSignal.abort(),
    );
  });

  test('is not asked for where there is none', async () => {
    const build = () => Promise.reject(new Error('asked'));
    await buildUp({ ...workload, backlog: 0 }, [sender(build)], {});
  });
});
