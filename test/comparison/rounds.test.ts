import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overRounds, ranking } from '../../src/comparison/rounds.js';

describe('a mean over rounds', () => {
  test('has the interval of Student: 1, 2, 3 have variance 1, and t(95 %, 2) is 4.302653', () => {
    const half = 4.302653 / Math.sqrt(3);
    const mean = overRounds([1, 2, 3], 0.95);
    expect(mean).toMatchObject({ value: 2, rounds: 3 });
    expect(mean?.low).toBeCloseTo(2 - half, 6);
    expect(mean?.high).toBeCloseTo(2 + half, 6);
  });

  test('has none where there is one round, and is not there where there is no round', () => {
    expect(overRounds([5], 0.95)).toEqual({ value: 5, rounds: 1 });
    expect(overRounds([], 0.95)).toBeUndefined();
  });
});

describe('a ranking', () => {
  const steady = { name: 'steady', values: [1, 5, 9, 2] };
  const slower = { name: 'slower', values: [1.1, 5.1, 9.1, 2.1] };
  const erratic = { name: 'erratic', values: [4, 1, 12, 4] };

  test('sees a small difference that all rounds share, and none where rounds contradict each other', () => {
    expect(ranking([erratic, slower, steady], 'lower', 0.95)).toEqual({
      best: 'steady',
      alike: ['erratic'],
      worse: ['slower'],
    });
  });

  test('turns round where more is better', () => {
    expect(ranking([steady, slower], 'higher', 0.95)).toEqual({
      best: 'slower',
      alike: [],
      worse: ['steady'],
    });
  });

  test('takes only rounds that count for both, and needs three of them', () => {
    const seen = { name: 'seen', values: [undefined, 6, 10, undefined] };
    expect(ranking([steady, seen], 'lower', 0.95)).toEqual({ best: 'steady', alike: ['seen'], worse: [] });
  });

  test('of fewer than two with a value is none', () => {
    expect(ranking([steady, { name: 'none', values: [undefined] }], 'lower', 0.95)).toBeUndefined();
  });

  test('asks more of each difference where there are more pairs', () => {
    // Differences 1, 2, 3: t is 3.46, between t(90 %, 2) = 2.92 of one pair and t(96.7 %, 2) = 5.34 of three.
    const base = { name: 'base', values: [0, 0, 0] };
    const other = { name: 'other', values: [1, 2, 3] };
    expect(ranking([base, other], 'lower', 0.9)?.worse).toEqual(['other']);
    const third = { name: 'third', values: [4, 4, 4] };
    expect(ranking([base, other, third], 'lower', 0.9)).toMatchObject({ alike: ['other'], worse: ['third'] });
  });

  test('has everybody once, whatever happened to them', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e3, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }), all => {
        const contenders = all.map((values, i) => ({ name: String(i), values }));
        const counted = contenders.filter(({ values }) => values.some(one => one !== undefined));
        const ranked = ranking(contenders, 'lower', 0.95);
        const names = ranked ? [ranked.best, ...ranked.alike, ...ranked.worse].sort() : [];
        expect(names).toEqual(counted.length < 2 ? [] : counted.map(({ name }) => name));
      }),
    );
  });
});
