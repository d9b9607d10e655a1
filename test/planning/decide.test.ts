import { describe, expect, test } from 'vitest';
import { decide, decideAll } from '../../src/planning/decide.js';
import type { Interim } from '../../src/result/question.js';
import type { Estimate } from '../../src/result/result.js';
import { parseThreshold } from '../../src/scenario/threshold.js';

const sampled = (value: number, low: number, high: number, effectiveSamples = 1e6): Estimate => ({
  kind: 'sampled',
  value,
  low,
  high,
  halfWidth: Math.max(high - value, value - low),
  confidence: 0.95,
  effectiveSamples,
});
const exact = (value: number): Estimate => ({
  kind: 'exact',
  value,
  source: { ref: 'x', at: 'y', text: 'z', checked: false },
});
const target = (text: string) => parseThreshold(text, 'test');
const withShare = (share: Estimate): Interim => ({
  measures: {},
  within: [{ of: 'wait', time: 5, ...share }],
});
const withWait = (meanWait: Estimate): Interim => ({ measures: { meanWait } });

describe('a target on a percentile', () => {
  const p99 = target('p99 wait < 5s');
  test.each([
    ['exactly met', exact(0.995), 'met'],
    ['exactly at it', exact(0.99), 'met'],
    ['exactly missed', exact(0.98), 'missed'],
    ['the whole interval below 1 %', sampled(0.995, 0.993, 0.997), 'met'],
    ['the whole interval above 1 %', sampled(0.98, 0.97, 0.985), 'missed'],
    ['known to be within a fifth of 1 %', sampled(0.99, 0.9885, 0.9915), 'close'],
    ['anywhere around 1 %', sampled(0.99, 0.98, 0.996), 'open'],
    ['below 1 %, on too few customers', sampled(1, 0.999, 1, 500), 'open'],
  ] as const)('%s', (_, share, decision) => {
    expect(decide(p99, withShare(share))).toBe(decision);
  });

  test('is open where its share was not told', () => {
    expect(decide(p99, { measures: {} })).toBe('open');
  });
});

describe('a target on a value', () => {
  const mean = target('mean wait < 2s');
  test.each([
    ['exactly met', exact(1.99), 'met'],
    ['exactly at a limit that is not to be reached', exact(2), 'missed'],
    ['below', sampled(1.5, 1.2, 1.9), 'met'],
    ['above', sampled(2.5, 2.1, 2.9), 'missed'],
    ['within a twentieth', sampled(2, 1.95, 2.05), 'close'],
    ['anywhere', sampled(2, 1.5, 2.5), 'open'],
  ] as const)('%s', (_, wait, decision) => {
    expect(decide(mean, withWait(wait))).toBe(decision);
  });

  test('may be reached where it says so', () => {
    expect(decide(target('mean wait <= 2s'), withWait(exact(2)))).toBe('met');
  });
});

test('a loss that was never seen is met only on enough customers', () => {
  const loss = target('loss < 0.1%');
  const seen = (samples: number, high: number): Interim => ({
    measures: {
      probabilityOfLoss: sampled(0, 0, high, samples),
      probabilityOfWait: sampled(0.4, 0.39, 0.41, samples),
    },
  });
  expect(decide(loss, seen(2e5, 1.5e-5))).toBe('met');
  expect(decide(loss, seen(5e4, 6e-5))).toBe('open');
});

test('several targets are as the worst of them', () => {
  const [wait, busy] = [target('mean wait < 2s'), target('utilisation < 80%')];
  const both = (meanWait: Estimate, utilisation: Estimate) =>
    decideAll([wait, busy], { measures: { meanWait, utilisation } });
  expect(both(exact(1), exact(0.7))).toBe('met');
  expect(both(exact(1), exact(0.9))).toBe('missed');
  expect(both(sampled(2, 1, 3), exact(0.9))).toBe('missed');
  expect(both(sampled(2, 1, 3), exact(0.7))).toBe('open');
  expect(both(sampled(2, 1.98, 2.02), exact(0.7))).toBe('close');
});
