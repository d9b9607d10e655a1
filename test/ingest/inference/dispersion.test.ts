import { expect, test } from 'vitest';
import { Dispersion } from '../../../src/ingest/inference/dispersion.js';

test('by hand: windows of one second with 2 and 0 arrivals in turn', () => {
  const dispersion = new Dispersion(1);
  for (let i = 0; i < 60; i++) for (const time of [2 * i, 2 * i + 0.5]) dispersion.add(time);
  // 118 windows are over and hold 2 or 0; those at the end are 2.
  const { windows, index, busiest } = dispersion.summary() ?? {};
  expect(windows).toBe(118);
  expect(index).toBeCloseTo(118 / 117, 12);
  expect(busiest).toBe(2);
});

test('a long silence is many empty windows, and takes no longer than a short one', () => {
  const dispersion = new Dispersion(1);
  for (const time of [0, 0.1, 1e12, 1e12 + 1]) dispersion.add(time);
  expect(dispersion.summary()?.windows).toBe(1e12 + 1);
});

test('too few windows tell nothing', () => {
  const dispersion = new Dispersion(60);
  for (let i = 0; i < 1000; i++) dispersion.add(i);
  expect(dispersion.summary()).toBeUndefined();
});
