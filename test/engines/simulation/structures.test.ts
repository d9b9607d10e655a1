import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeTimes, settle } from '../../../src/engines/simulation/free-times.js';
import { batchCapacity, column, Ledger } from '../../../src/engines/simulation/ledger.js';
import { Calendar } from '../../../src/engines/simulation/network/calendar.js';
import { KeyedLine } from '../../../src/engines/simulation/network/lines/keyed.js';
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

describe('the calendar', () => {
  const schedule = (calendar: Calendar, at: number, tag: number): void => {
    calendar.times[calendar.slot] = at;
    calendar.schedule(tag);
  };

  test('gives events by time, at equal times in the order of their entry, whether or not a gap was filled', () => {
    const step = fc.oneof(
      time.map(at => ({ at })),
      fc.array(time, { maxLength: 3 }).map(after => ({ after })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), steps => {
        const calendar = new Calendar();
        const model: { at: number; tag: number }[] = [];
        let tag = 0;
        const add = (at: number) => {
          schedule(calendar, at, tag);
          model.push({ at, tag: tag++ });
        };
        for (const step of steps) {
          if ('at' in step) add(step.at);
          else {
            if (model.length === 0) continue;
            model.sort((a, b) => a.at - b.at || a.tag - b.tag);
            const at = calendar.times[0];
            expect({ at, tag: calendar.take() }).toEqual(model.shift());
            for (const later of step.after) add(at + later);
            calendar.close();
          }
          expect(calendar.size).toBe(model.length);
        }
      }),
    );
  });
});

test('a keyed line gives the smallest key first, equal keys in the order of their entry', () => {
  fc.assert(
    fc.property(fc.array(fc.option(time, { nil: undefined }), { maxLength: 300 }), steps => {
      const keys = new Float64Array(300);
      const line = new KeyedLine(() => keys);
      const model: number[] = [];
      for (const [customer, key] of steps.entries()) {
        if (key === undefined) {
          if (model.length === 0) continue;
          model.sort((a, b) => keys[a] - keys[b] || a - b);
          expect(line.first).toBe(model[0]);
          expect(line.shift()).toBe(model.shift());
        } else {
          keys[customer] = key;
          line.push(customer);
          model.push(customer);
        }
        expect(line.size).toBe(model.length);
      }
    }),
  );
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
    ledger.sums[batch * ledger.width + column.wait] = batch;
    ledger.waits[batch * bucketCount + 7] = batch + 1;
  }
  ledger.merge();
  const wait = (batch: number) => ledger.sums[batch * ledger.width + column.wait];
  expect(Array.from({ length: batchCapacity }, (_, b) => wait(b))).toEqual([
    1, 5, 9, 13, 17, 21, 25, 29, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(ledger.waits[7 * bucketCount + 7]).toBe(31);
  expect(ledger.waits[8 * bucketCount + 7]).toBe(0);
});
