import { expect, test } from 'vitest';
import { pathOf, servedOf } from '../../src/measurement/path.js';
import { stillGrows } from '../../src/measurement/still-grows.js';
import { summarise } from '../../src/measurement/summarise.js';
import { synthetic } from './synthetic.js';

const grown = (utilisation: number, seed: number): boolean => {
  const observations = synthetic({ utilisation, seed, messages: 2000 });
  const path = pathOf(observations, 'virtual', servedOf(observations));
  const { series } = summarise(path, { servers: 2, confidence: 0.95, seriesAbout: 'test' });
  return stillGrows(series, observations.intended[observations.count - 1]);
};
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

test('a queue that cannot keep up is seen to grow', () => {
  expect(seeds.filter(seed => grown(1.3, seed))).toEqual(seeds);
});

test('one that keeps up is not', () => {
  expect(seeds.filter(seed => grown(0.7, seed))).toEqual([]);
});

test('without a series nothing is seen', () => {
  expect(stillGrows([], 1)).toBe(false);
});
