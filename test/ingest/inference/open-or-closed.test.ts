import { describe, expect, test } from 'vitest';
import { openOrClosed } from '../../../src/ingest/inference/open-or-closed.js';
import { Presence } from '../../../src/ingest/inference/presence.js';
import { ServiceByLoadSeen } from '../../../src/ingest/inference/service-by-load.js';
import { exponential, type Stream, streamFor } from '../../../src/random/index.js';

/** Clients who think and are served by as many servers as they need; as rows in the order of arrival. */
function ofClients(clients: number, think: number, service: number, count: number, stream: Stream) {
  const next = Array.from({ length: clients }, () => think * exponential(stream));
  return Array.from({ length: count }, () => {
    const client = next.indexOf(Math.min(...next));
    const arrived = next[client];
    const finished = arrived + service * exponential(stream);
    next[client] = finished + think * exponential(stream);
    return { arrived, finished };
  });
}

function fromOutside(rate: number, service: number, count: number, stream: Stream) {
  let arrived = 0;
  return Array.from({ length: count }, () => {
    arrived += exponential(stream) / rate;
    return { arrived, finished: arrived + service * exponential(stream) };
  });
}

function judged(rows: readonly { arrived: number; finished: number }[]) {
  const presence = new Presence();
  for (const { arrived, finished } of rows) presence.add(arrived, arrived, finished, 1);
  return openOrClosed(presence.levels, presence.gapByFound.errors, 1);
}

describe.each([1, 2, 3, 4, 5])('seed %i', seed => {
  const stream = streamFor(seed, 'test');
  test('twenty clients who think are found, and how many there are and how long they think', () => {
    const found = judged(ofClients(20, 1, 0.5, 5000, stream));
    expect(found?.verdict).toBe('closed');
    expect(found?.clients).toBeGreaterThanOrEqual(18);
    expect(found?.clients).toBeLessThanOrEqual(23);
    expect(found?.think).toBeGreaterThan(0.8);
    expect(found?.think).toBeLessThan(1.25);
  });

  test('arrivals from outside are open', () => {
    const found = judged(fromOutside(10, 0.7, 5000, stream));
    expect(found?.verdict).toBe('open');
    expect(found?.clients).toBeUndefined();
  });

  test('arrivals from outside that are regular, or come in batches, are not taken for clients', () => {
    const rows = (gap: (i: number) => number) => {
      let arrived = 0;
      return Array.from({ length: 5000 }, (_, i) => {
        arrived += gap(i);
        return { arrived, finished: arrived + 2.4 * exponential(stream) };
      });
    };
    expect(judged(rows(() => 0.9 + 0.2 * stream.uniform()))?.verdict).not.toBe('closed');
    expect(judged(rows(i => (i % 5 === 0 ? 5 * exponential(stream) : 1e-3)))?.verdict).not.toBe('closed');
  });
});

test('clients who come again at once are found', () => {
  const found = judged(ofClients(5, 1e-12, 0.5, 2000, streamFor(1, 'test')));
  expect(found?.verdict).toBe('closed');
  expect(found?.clients).toBe(5);
});

test('a handful of arrivals says nothing', () => {
  expect(judged(fromOutside(10, 0.7, 50, streamFor(1, 'test')))).toBeUndefined();
});

test('by hand: who is present and in service, and where the most were', () => {
  const presence = new Presence();
  expect(presence.add(0, 0, 4, 1)).toBe(0);
  expect(presence.add(1, 1, 5, 2)).toBe(1);
  expect(presence.add(2, 4, 9, 3)).toBe(2);
  expect(presence.add(10, 10, 11, 4)).toBe(0);
  // Until 10: one present for 0-1 and 5-9, two for 1-2 and 4-5, three for 2-4, nobody for 9-10.
  expect(presence.levels.map(({ time }) => time)).toEqual([1, 5, 2, 2]);
  expect(presence.levels.map(({ arrivals }) => arrivals)).toEqual([2, 1, 1, 0]);
  expect(presence.mostInService).toBe(2);
  expect(presence.mostInServiceLine).toBe(2);
});

test('by hand: services of those who found few and many', () => {
  const seen = new ServiceByLoadSeen();
  for (let i = 0; i < 100; i++) {
    seen.add(0, i % 2);
    seen.add(3 + (i % 4), 3 + (i % 2));
    seen.add(8, i < 10 ? 9 : 0);
  }
  const { few, many, errors } = seen.summary() ?? {};
  expect(few).toEqual({ mean: 0.5, upTo: 0 });
  expect(many?.from).toBe(7);
  expect(many?.mean).toBeCloseTo(0.9, 12);
  expect(errors).toBeGreaterThan(0);
  expect(new ServiceByLoadSeen().summary()).toBeUndefined();
});
