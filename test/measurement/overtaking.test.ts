import { describe, expect, test } from 'vitest';
import { overtakingOf } from '../../src/measurement/overtaking.js';
import { served } from './served.js';

const seen = (...messages: readonly (readonly [sent: number, end: number, by: number])[]) =>
  served(messages.map(([sent, end, by]) => ({ sent, end, by })));

describe('how often a consumer that ends is faster than one that is woken', () => {
  test('by hand: of two races the one with the shorter lead is lost', () => {
    const overtaking = overtakingOf(
      // The second comes 1 before the first consumer ends, which takes it; the third 5 before it ends, and has the other.
      seen([0, 10, 0], [9, 20, 0], [15, 25, 1]),
      2,
    );
    expect([0.5, 1, 4.9, 5, 100].map(overtaking)).toEqual([1, 1, 1, 0, 0]);
  });

  test('is no race: nobody at work, nobody who waits', () => {
    const overtaking = overtakingOf(seen([0, 10, 0], [1, 11, 1], [2, 20, 0], [40, 50, 0]), 2);
    expect(overtaking(0)).toBe(0);
  });

  test('races with the same leads that end both ways are chances', () => {
    const race = (at: number, lead: number, by: number) =>
      [
        [at, at + 10, 0],
        [at + 10 - lead, at + 30, by],
      ] as const;
    const overtaking = overtakingOf(
      seen(...race(0, 2, 0), ...race(100, 2, 1), ...race(200, 3, 1), ...race(300, 1, 0)),
      2,
    );
    expect([1, 2, 3].map(overtaking)).toEqual([1, 0.5, 0]);
  });
});
