import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracket } from '../../src/planning/bracket.js';

const search = { first: 1, nearness: 0.01, most: 40 };

test('the highest factor that holds is found to the nearness asked for, wherever it lies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0.01, max: 1000, noNaN: true }), async limit => {
      const { holds = 0, fails = 0 } = await bracket(async factor => factor <= limit, search);
      expect(holds).toBeLessThanOrEqual(limit);
      expect(fails).toBeGreaterThan(limit);
      expect(fails / holds).toBeLessThanOrEqual(1.01);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('tries are bounded: what always holds has no end, what never does no beginning', async () => {
  let tries = 0;
  const counted = (answer: boolean) => async () => {
    tries++;
    return answer;
  };
  expect(await bracket(counted(true), { ...search, most: 5 })).toEqual({ holds: expect.any(Number) });
  expect(await bracket(counted(false), { ...search, most: 5 })).toEqual({ fails: expect.any(Number) });
  expect(tries).toBe(10);
});

test('a search that is ended keeps what it has', async () => {
  const answers = [true, false, undefined, true];
  expect(await bracket(async () => answers.shift(), search)).toEqual({ holds: 1, fails: 1.2 });
  expect(answers).toEqual([true]);
});
