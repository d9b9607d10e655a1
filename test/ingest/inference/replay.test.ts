import { expect, test } from 'vitest';
import { effectiveServers, Replay } from '../../../src/ingest/inference/replay.js';

test('by hand: three at once, three seconds each', () => {
  const replay = new Replay(1);
  for (let i = 0; i < 3; i++) replay.add(10, 3);
  const [one, two, three] = replay.waits();
  expect(one).toEqual({ servers: 1, meanWait: (0 + 3 + 6) / 3 });
  expect(two).toEqual({ servers: 2, meanWait: 1 });
  expect(three).toEqual({ servers: 3, meanWait: 0 });
});

test('the nearest number is taken, none where all are far off', () => {
  const tried = [
    { servers: 3, meanWait: 9.9 },
    { servers: 4, meanWait: 2.1 },
  ];
  expect(effectiveServers(tried, 8.4)).toBe(3);
  expect(effectiveServers(tried, 90)).toBeUndefined();
  expect(effectiveServers(tried, 0)).toBeUndefined();
});
