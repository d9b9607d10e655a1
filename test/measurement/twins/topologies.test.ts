import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchQueue } from '../../../src/measurement/twins/batch.js';
import { creditQueue } from '../../../src/measurement/twins/credit.js';
import { twinOf } from '../../../src/measurement/twins/index.js';
import { through } from '../../../src/measurement/twins/path.js';
import { prefetchQueue } from '../../../src/measurement/twins/prefetch.js';
import { privateQueues, turns } from '../../../src/measurement/twins/private.js';
import { sharedQueue } from '../../../src/measurement/twins/shared.js';
import { wokenQueue } from '../../../src/measurement/twins/woken.js';

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

  test('by hand: whoever comes after the server is free, but before it asks, goes along', () => {
    const [arrivals, services] = [times(0, 1, 4.5, 6), times(5, 7, 4, 9)];
    const starts = (...late: readonly number[]) => {
      const lateness = { sending: times(0, 0, 0, ...late), asking: times(2, 0, 0, 0) };
      return through(batchQueue(2, 2, lateness), arrivals, services).started;
    };
    // Server 0 is free at 5, and takes the third and the fourth at 7; server 1 is free at 8, too late for the fourth.
    expect(starts(0)).toEqual(times(0, 1, 5, 9));
    // Sent later than at 7 the fourth is not there.
    expect(starts(1.5)).toEqual(times(0, 1, 5, 8));
    expect(through(batchQueue(2, 2), arrivals, services).started).toEqual(times(0, 1, 5, 8));
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

describe('a queue from which servers fetch ahead', () => {
  test('by hand: a busy server has asked for longer than one that has just got its next, and takes the third', () => {
    const { started, finished } = through(prefetchQueue(2, 1), times(0, 1, 2, 3), times(10, 4, 1, 1));
    // The first server asks again at 0, the second at 1: the third waits behind the first, the fourth behind the second.
    expect(started).toEqual(times(0, 1, 10, 5));
    expect(finished).toEqual(times(10, 5, 11, 6));
  });

  test('by hand: with two ahead a server that is free gets nothing while the others hold all', () => {
    const { started } = through(prefetchQueue(2, 2), times(0, 0, 0, 0, 0), times(9, 1, 1, 1, 1));
    // In turn: 0, 2 and 4 to the first; 1 and 3 to the second, which is idle from 2 on.
    expect(started).toEqual(times(0, 0, 9, 1, 10));
  });

  test('is what a simulation of fetches that wait in turn gives, event by event', () => {
    const rare = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 2 ** 30 }), fc.integer({ min: 1, max: 2 ** 31 })),
      {
        maxLength: 60,
      },
    );
    const [few, ahead] = [fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 })];
    fc.assert(
      fc.property(rare, few, ahead, (drawn, servers, prefetch) => {
        let clock = 0;
        const arrivals = times(...drawn.map(([gap]) => (clock += gap)));
        const services = times(...drawn.map(([, service]) => service));
        expect(through(prefetchQueue(servers, prefetch), arrivals, services).started).toEqual(
          eventByEvent(arrivals, services, servers, prefetch),
        );
      }),
      seed,
    );
  });

  test('with none ahead is one queue for all, and with one server that server', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 4 }), ({ arrivals, services }, n) => {
        const central = through(sharedQueue(n), arrivals, services);
        expect(through(prefetchQueue(n, 0), arrivals, services).started).toEqual(central.started);
        expect(through(prefetchQueue(1, n), arrivals, services)).toEqual(
          through(sharedQueue(1), arrivals, services),
        );
      }),
      seed,
    );
  });
});

/** When each service begins where servers have inboxes, and their fetches wait in one line at the queue. */
function eventByEvent(arrivals: Float64Array, services: Float64Array, servers: number, prefetch: number) {
  const started = new Float64Array(arrivals.length);
  const all = [...Array(servers).keys()];
  const queue: number[] = [];
  const line = [...all];
  const inbox = all.map((): number[] => []);
  const ends = all.map(() => Number.POSITIVE_INFINITY);
  const begin = (k: number, now: number) => {
    if (ends[k] !== Number.POSITIVE_INFINITY || inbox[k].length === 0) return;
    const customer = inbox[k].shift() as number;
    started[customer] = now;
    ends[k] = now + services[customer];
  };
  const ask = (k: number) => {
    const held = inbox[k].length + (ends[k] === Number.POSITIVE_INFINITY ? 0 : 1);
    if (!line.includes(k) && held <= prefetch) line.push(k);
  };
  let next = 0;
  while (next < arrivals.length || ends.some(Number.isFinite)) {
    const end = Math.min(...ends);
    const now = Math.min(end, arrivals[next] ?? Number.POSITIVE_INFINITY);
    if (end === now) {
      const k = ends.indexOf(end);
      ends[k] = Number.POSITIVE_INFINITY;
      begin(k, now);
      ask(k);
    } else queue.push(next++);
    while (queue.length > 0 && line.length > 0) {
      const k = line.shift() as number;
      inbox[k].push(queue.shift() as number);
      begin(k, now);
      ask(k);
    }
  }
  return started;
}

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

describe('a queue to which servers are woken', () => {
  const within = (most: number) => (lead: number) => (lead <= most ? 1 : 0);

  test('by hand: who ends soon enough after a customer came takes it, though another server is free', () => {
    const [arrivals, services] = [times(0, 8, 15), times(10, 10, 1)];
    const starts = (most: number) => through(wokenQueue(2, within(most)), arrivals, services).started;
    expect(starts(0)).toEqual(times(0, 8, 15));
    // The second waits for the end of the first, and the third begins at once with the other server.
    expect(starts(2)).toEqual(times(0, 10, 15));
  });

  test('by hand: lateness decides who is under way first', () => {
    const lateness = { sending: times(0, 1.5, 0), asking: times(0, 0, 0) };
    const starts = (most: number) =>
      through(wokenQueue(2, within(most), lateness), times(0, 8, 15), times(10, 10, 1)).started;
    // Sent at 9.5 it is half a second before the end of the first.
    expect(starts(0.4)).toEqual(times(0, 8, 15));
    expect(starts(0.5)).toEqual(times(0, 10, 15));
  });

  test('of customers with a chance of a quarter every fourth is overtaken', () => {
    const n = 40;
    const arrivals = Float64Array.from({ length: 2 * n }, (_, i) => 100 * (i >> 1) + 9 * (i % 2));
    const services = arrivals.map((_, i) => (i % 2 === 0 ? 10 : 1));
    const { started } = through(
      wokenQueue(2, lead => (lead === 1 ? 0.25 : 0)),
      arrivals,
      services,
    );
    expect(started.filter((start, i) => start > arrivals[i])).toHaveLength(n / 4);
  });

  test('where nobody is overtaken, or there is one server, is one queue for all', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 4 }), ({ arrivals, services }, n) => {
        const central = through(sharedQueue(n), arrivals, services);
        expect(through(wokenQueue(n), arrivals, services).started).toEqual(central.started);
        expect(
          through(
            wokenQueue(1, () => 1),
            arrivals,
            services,
          ),
        ).toEqual(through(sharedQueue(1), arrivals, services));
      }),
      seed,
    );
  });
});
