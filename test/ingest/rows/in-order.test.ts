import { expect, test } from 'vitest';
import type { Customer } from '../../../src/ingest/rows/customer.js';
import { InOrder } from '../../../src/ingest/rows/in-order.js';
import { streamFor } from '../../../src/random/index.js';

test('rows that stand near their place are put into it, all of them', () => {
  const stream = streamFor(1, 'test');
  const taken: Customer[] = [];
  const order = new InOrder(customer => taken.push(customer));
  const times = Array.from({ length: 200_000 }, (_, i) => i + Math.floor(100 * stream.uniform()));
  times.forEach((arrived, i) => {
    expect(order.add({ line: i + 1, arrived })).toBeUndefined();
  });
  order.end();
  expect(taken.map(({ arrived }) => arrived)).toEqual([...times].sort((a, b) => a - b));
  expect(order.moved).toBeGreaterThan(0);
});

test('a row that is too far from its place is told', () => {
  const order = new InOrder(() => undefined);
  for (let i = 0; i < 100_000; i++) order.add({ line: i + 1, arrived: i });
  expect(order.add({ line: 100_001, arrived: 5 })).toMatch(
    /^it came \d+ s before rows more than 65536 above it/,
  );
  expect(order.moved).toBe(0);
});
