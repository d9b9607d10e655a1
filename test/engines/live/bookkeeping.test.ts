import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Collector } from '../../../src/engines/live/collector.js';
import { ledgerOf } from '../../../src/engines/live/ledger.js';
import { decode, encode } from '../../../src/engines/live/message.js';
import { type ServedRow, servedColumns } from '../../../src/engines/live/roles/protocol.js';
import { Rows } from '../../../src/engines/live/roles/rows.js';
import { watch } from '../../../src/engines/live/watch.js';

/** A message number `id`, sent at second `id` and received half a second later. */
const row = (id: number, more: Partial<ServedRow> = {}): ServedRow => ({
  id,
  sent: id,
  fetched: id + 0.5,
  received: id + 0.5,
  started: id + 0.5,
  finished: id + 0.75,
  acknowledged: id + 0.8,
  consumer: 0,
  ...more,
});

function rows(...served: ServedRow[]) {
  const log = new Rows(servedColumns);
  for (const one of served) log.add(one);
  return log.take();
}

/** Of the first messages. */
const sent = (...times: number[]) => ({
  id: Float64Array.from(times, (_, i) => i),
  sent: Float64Array.from(times),
});

const collector = (count: number) =>
  new Collector({
    intended: Float64Array.from({ length: count }, (_, i) => i),
    services: new Float64Array(count).fill(0.25),
  });

describe('a message', () => {
  test('carries its header through the bytes, with as much payload as is asked for', () => {
    const time = fc.double({ noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(),
        time,
        time,
        time,
        fc.integer({ min: 0, max: 999 }),
        (id, intended, sent, service, payload) => {
          const message = encode({ id, intended, sent, service }, payload);
          expect(decode(message)).toEqual({ id, intended, sent, service });
          expect(message.length).toBe(encode({ id, intended, sent, service }, 0).length + payload);
        },
      ),
    );
  });
});

describe('the collector', () => {
  test('puts every report into its place', () => {
    const collected = collector(3);
    collected.take({ kind: 'sent', rows: sent(0.01, 1.01) });
    collected.take({ kind: 'served', rows: rows(row(1, { consumer: 2, sent: 1.01 })) });
    const { observations } = collected;
    expect(observations.sent).toEqual(Float64Array.of(0.01, 1.01, Number.NaN));
    expect(observations.received).toEqual(Float64Array.of(Number.NaN, 1.5, Number.NaN));
    expect(observations.acknowledged).toEqual(Float64Array.of(Number.NaN, 1.8, Number.NaN));
    expect(observations.consumer).toEqual(Int32Array.of(-1, 2, -1));
    expect(collected).toMatchObject({ sent: 2, served: 1, acknowledged: 1, duplicated: 0 });
  });

  test('takes the time of sending from the message where the producer could not tell', () => {
    const collected = collector(2);
    collected.take({ kind: 'served', rows: rows(row(1)) });
    expect(collected.sent).toBe(1);
    expect(collected.observations.sent[1]).toBe(1);
  });

  test('counts a second receipt and keeps the first', () => {
    const collected = collector(1);
    collected.take({ kind: 'served', rows: rows(row(0), row(0, { received: 9 })) });
    expect(collected.duplicated).toBe(1);
    expect(collected.observations.received[0]).toBe(0.5);
  });

  test('an acknowledgement that was not answered is none', () => {
    const collected = collector(1);
    collected.take({ kind: 'served', rows: rows(row(0, { acknowledged: Number.NaN })) });
    expect(collected).toMatchObject({ served: 1, acknowledged: 0 });
  });
});

describe('the ledger', () => {
  const collected = collector(5);
  collected.take({ kind: 'sent', rows: sent(0, 1, 2, 3) });
  // Received in the order 1, 0, 3: one message came after a later one.
  collected.take({ kind: 'served', rows: rows(row(1), row(0, { received: 2 }), row(3)) });

  test('counts what is missing and what came out of order', () => {
    expect(ledgerOf(collected, { kind: 'complete' })).toMatchObject({
      sent: 4,
      received: 3,
      acknowledged: 3,
      lost: 1,
      duplicated: 0,
      outOfOrder: 1,
    });
  });

  test('an interrupted run has lost nothing: the rest was still queued', () => {
    expect(ledgerOf(collected, { kind: 'interrupted' }).lost).toBe(0);
  });
});

describe('a message for which there was no room', () => {
  test('is turned away and not lost, and the run is over without it', async () => {
    const collected = new Collector({ intended: new Float64Array(3), services: new Float64Array(3) }, true);
    collected.take({ kind: 'sent', rows: sent(0, 1, 2) });
    collected.take({ kind: 'served', rows: rows(row(0), row(2)) });
    collected.take({ kind: 'turned-away', rows: { id: Float64Array.of(1) } });
    expect(ledgerOf(collected, { kind: 'complete' })).toMatchObject({
      sent: 3,
      processed: 2,
      turnedAway: 1,
      lost: 0,
    });
    expect(collected.observations.turnedAway).toEqual(Uint8Array.of(0, 1, 0));
    const ending = watch(collected, { longestSilence: () => 0, lost: new Promise<string>(() => {}) });
    expect(await ending).toEqual({ kind: 'complete' });
  });
});

describe('the watch', () => {
  const never = new Promise<string>(() => {});
  const watched = {
    longestSilence: () => 0,
    lost: never,
  };

  test('ends when every message is through, and tells of the progress', async () => {
    const collected = collector(2);
    const told: number[] = [];
    const ending = watch(collected, { ...watched, onMoved: () => told.push(collected.served) });
    setTimeout(() => collected.take({ kind: 'served', rows: rows(row(0), row(1)) }), 20);
    expect(await ending).toEqual({ kind: 'complete' });
    expect(told).toEqual([0, 2]);
  });

  test('ends when the broker is lost, with the reason', async () => {
    const collected = collector(2);
    const lost = Promise.resolve('gone');
    expect(await watch(collected, { ...watched, lost })).toEqual({ kind: 'lost', reason: 'gone' });
  });

  test('ends when it is interrupted', async () => {
    const collected = collector(2);
    const signal = AbortSignal.abort();
    expect(await watch(collected, { ...watched, signal })).toEqual({ kind: 'interrupted' });
  });
});
