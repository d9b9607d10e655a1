import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchQueue } from '../../../src/measurement/twins/batch.js';
import { creditQueue } from '../../../src/measurement/twins/credit.js';
import { twinOf } from '../../../src/measurement/twins/index.js';
import { through } from '../../../src/measurement/twins/path.js';
import { privateQueues, turns } from '../../../src/measurement/twins/private.js';
import { sharedQueue } from '../../../src/measurement/twins/shared.js';

const times = (...values: number[]) => Float64Array.from(values);
const ids = (...values: number[]) => Int32Array.from(values);

const customers = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 30 })), { maxLength: 60 })
  .map(drawn => {
    let clock = 0;
    const arrivals = drawn.map(([gap]) => {
      clock += gap;
      return clock;
    });
    return { arrivals: times(...arrivals), services: times(...drawn.map(([, service]) => service)) };
  });
const seed = { seed: 6 };

describe('a queue for each server', () => {
  test('by hand: the third waits behind the first though the second server is free', () => {
    const { started, finished } = through(privateQueues(ids(0, 1, 0)), times(0, 1, 2), times(10, 1, 1));
    expect(started).toEqual(times(0, 1, 10));
    expect(finished).toEqual(times(10, 2, 11));
  });

  test('turns are those that were seen, and go on where nothing was', () => {
    expect(turns(ids(1, 0, -1, 0, -1, -1), 2)).toEqual(ids(1, 0, 1, 0, 1, 0));
    expect(turns(ids(-1, 2, -1, -1), 3)).toEqual(ids(0, 2, 1, 0));
  });

  test('is one queue for all where there is one server', () => {
    fc.assert(
      fc.property(customers, ({ arrivals, services }) => {
        const input = { arrivals, services, servers: 1, consumer: new Int32Array(arrivals.length).fill(-1) };
        expect(twinOf({ kind: 'private' }, input)).toEqual(twinOf({ kind: 'shared' }, input));
      }),
      seed,
    );
  });
});

describe('a queue from which batches are taken', () => {
  test('by hand: the fourth and fifth are one batch, though the other server gets free before the fifth is served', () => {
    const { started, finished } = through(batchQueue(2, 2), times(0, 1, 2, 3, 4), times(5, 10, 4, 9, 1));
    // Server 0 serves the first until 5, then takes the third and fourth; server 1 the second until 11, then the fifth.
    expect(started).toEqual(times(0, 1, 5, 9, 11));
    expect(finished).toEqual(times(5, 11, 9, 18, 12));
  });

  test('with batches of 1 is one queue for all', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 4 }), ({ arrivals, services }, servers) => {
        const central = through(sharedQueue(servers), arrivals, services);
        expect(through(batchQueue(servers, 1), arrivals, services).started).toEqual(central.started);
      }),
      seed,
    );
  });

  test('with one server is that server, whatever the batch', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 9 }), ({ arrivals, services }, batch) => {
        expect(through(batchQueue(1, batch), arrivals, services)).toEqual(
          through(sharedQueue(1), arrivals, services),
        );
      }),
      seed,
    );
  });
});

describe('a queue with credit', () => {
  test('by hand: with a credit of 2 the third is bound behind the first and waits though the other gets free', () => {
    const { started, finished } = through(creditQueue(2, 2), times(0, 1, 2, 3), times(10, 4, 1, 1));
    // Both have one customer; the first server, which never got a credit back, comes first. The fourth is then bound
    // to the second, which has fewer.
    expect(started).toEqual(times(0, 1, 10, 5));
    expect(finished).toEqual(times(10, 5, 11, 6));
  });

  test('with a credit of 1 is one queue for all', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 4 }), ({ arrivals, services }, servers) => {
        const central = through(sharedQueue(servers), arrivals, services);
        expect(through(creditQueue(servers, 1), arrivals, services).started).toEqual(central.started);
      }),
      seed,
    );
  });

  test('with one server is that server, whatever the credit', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 9 }), ({ arrivals, services }, credit) => {
        expect(through(creditQueue(1, credit), arrivals, services)).toEqual(
          through(sharedQueue(1), arrivals, services),
        );
      }),
      seed,
    );
  });
});
