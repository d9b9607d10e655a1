import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventHeap } from '../../../src/engines/simulation/event-heap.js';
import { freeTimes, settle } from '../../../src/engines/simulation/free-times.js';
import { batchCapacity, column, columnCount, Ledger } from '../../../src/engines/simulation/ledger.js';
import { Ring } from '../../../src/engines/simulation/ring.js';
import { bucketCount } from '../../../src/statistics/histogram.js';

const time = fc.integer({ min: 0, max: 20 });

describe('the times at which servers fall free', () => {
  test('keep the earliest in front, by scan or by heap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(time, { maxLength: 200 }), (servers, times) => {
        const free = freeTimes(servers);
        const model = new Array<number>(servers).fill(0);
        for (const next of times) {
          model.sort((a, b) => a - b);
          expect(free[0]).toBe(model[0]);
          free[0] += next;
          model[0] += next;
          settle(free);
        }
        expect([...free].sort((a, b) => a - b)).toEqual(model.sort((a, b) => a - b));
      }),
    );
  });
});

describe('the heap of departures', () => {
  test('gives them by time, and at equal times in the order of their entry', () => {
    fc.assert(
      fc.property(fc.array(fc.option(time, { nil: undefined }), { maxLength: 300 }), steps => {
        const heap = new EventHeap();
        const model: { at: number; tag: number }[] = [];
        let tag = 0;
        for (const at of steps) {
          model.sort((a, b) => a.at - b.at || a.tag - b.tag);
          if (at === undefined) {
            if (model.length === 0) continue;
            expect({ at: heap.times[0], tag: heap.tags[0] }).toEqual(model.shift());
            heap.pop();
          } else {
            heap.times[heap.size] = at;
            heap.push(tag);
            model.push({ at, tag: tag++ });
          }
        }
        expect(heap.size).toBe(model.length);
      }),
    );
  });

  test('replaces the first in one step', () => {
    const heap = new EventHeap();
    for (const [tag, at] of [5, 3, 8].entries()) {
      heap.times[heap.size] = at;
      heap.push(tag);
    }
    heap.times[0] = 6;
    heap.replaceTop(9);
    const order = [];
    while (heap.size > 0) {
      order.push(heap.tags[0]);
      heap.pop();
    }
    expect(order).toEqual([0, 9, 2]);
  });
});

test('the waiting line is first in, first out, however it grows', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 500 }), steps => {
      const ring = new Ring();
      const model: number[] = [];
      for (const [i, enters] of steps.entries()) {
        if (enters) {
          ring.push(i);
          model.push(i);
        } else if (model.length > 0) expect(ring.shift()).toBe(model.shift());
        expect(ring.size).toBe(model.length);
        for (const [place, handle] of model.entries()) expect(ring.at(place)).toBe(handle);
      }
    }),
  );
});

test('merging batches in pairs loses nothing', () => {
  const ledger = new Ledger();
  for (let batch = 0; batch < batchCapacity; batch++) {
    ledger.sums[batch * columnCount + column.wait] = batch;
    ledger.waits[batch * bucketCount + 7] = batch + 1;
  }
  ledger.merge();
  const wait = (batch: number) => ledger.sums[batch * columnCount + column.wait];
  expect(Array.from({ length: batchCapacity }, (_, b) => wait(b))).toEqual([
    1, 5, 9, 13, 17, 21, 25, 29, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(ledger.waits[7 * bucketCount + 7]).toBe(31);
  expect(ledger.waits[8 * bucketCount + 7]).toBe(0);
});
