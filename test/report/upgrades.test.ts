import { expect, test } from 'vitest';
import { upgraded } from '../../src/report/upgrades.js';

const steps = {
  1: ({ old, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, middle: old }),
  2: ({ middle, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, latest: middle }),
};

test('an old document goes through every step to the schema of today', () => {
  expect(upgraded({ schema: 1, old: 'x' }, steps, 3)).toEqual({ schema: 3, latest: 'x' });
  expect(upgraded({ schema: 2, middle: 'x' }, steps, 3)).toEqual({ schema: 3, latest: 'x' });
  expect(upgraded({ schema: 3, latest: 'x' }, steps, 3)).toEqual({ schema: 3, latest: 'x' });
});

test.each([4, 0, '1', undefined, 'toString'])('there is no way from schema %s', schema => {
  expect(upgraded({ schema }, steps, 3)).toBeUndefined();
});
