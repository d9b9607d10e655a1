import { expect, test } from 'vitest';
import { asTheyAre } from '../../src/measurement/lengthening.js';
import type { Observations } from '../../src/measurement/observation.js';
import type { LiveRecord } from '../../src/result/result.js';
import { disturbedTwin } from '../../src/study/disturbed-twin.js';

const live = { broker: 'zeromq-push-pull', service: 'virtual', payloadBytes: 0 } as const;

/** Two consumers dealt to in turn; the first, with numbers 0, 2, 4 and 6, is killed at 2.5. */
function observed(lost: readonly number[]): [LiveRecord, Observations] {
  const intended = Float64Array.of(0, 0, 1, 1, 2, 2, 3, 3);
  const times = intended.map((time, i) => (lost.includes(i) ? Number.NaN : time));
  const consumer = Int32Array.from(intended, (_, i) => (lost.includes(i) ? -1 : i % 2));
  return [
    {
      ...{ broker: live.broker, software: '', consumers: 2, service: 'virtual', messages: 8, startedAt: '' },
      ...{ seconds: 4, attempts: 1, partial: false, checks: [], topology: { kind: 'private' } },
      ledger: {
        sent: 8,
        received: 8 - lost.length,
        acknowledged: 0,
        lost: lost.length,
        duplicated: 0,
        outOfOrder: 0,
      },
      disturbed: { faults: [], happened: [{ fault: 'kill', at: 2.5, consumer: 1 }] },
    },
    {
      ...{ count: 8, intended, service: new Float64Array(8).fill(1.2), sent: intended, received: times },
      ...{ started: times, finished: times, acknowledged: times, consumer },
    },
  ];
}

test('of queues of their own the dead loses what it had by the model, and more for two reasons that are told apart', () => {
  // By the model number 0 ends at 1.2, number 2 at 2.4 and number 4 at 3.6: one is lost.
  expect(disturbedTwin(live, ...observed([4]), [], asTheyAre)).toEqual({
    predictedLost: 1,
    lostBesides: { afterDeath: 0, behind: 0 },
  });
  // Number 6 was sent when it was dead already, number 2 ought to have been served.
  expect(disturbedTwin(live, ...observed([2, 4, 6]), [], asTheyAre)).toEqual({
    predictedLost: 1,
    lostBesides: { afterDeath: 1, behind: 1 },
  });
});

test('of messages that are bound ahead there is a twin where consumers die or are slow, and none where they are stopped or cut off', () => {
  const [record, observations] = observed([]);
  const of = (fault: 'kill' | 'slow' | 'pause' | 'cut', topology: LiveRecord['topology']) =>
    disturbedTwin(
      { ...live, broker: 'redis-list', lease: 1 },
      {
        ...{ ...record, topology, guarantee: 'at-least-once' },
        disturbed: { faults: [], happened: [{ fault, at: 2.5, consumer: 1 }] },
      },
      observations,
      [0, 1, 2, 3, 4, 5, 6, 7],
      asTheyAre,
    );
  for (const topology of [
    { kind: 'prefetch', prefetch: 1 },
    { kind: 'credit', credit: 2 },
  ] as const) {
    // Both servers hold two at 2.5: the first 4 until 3.6, and 6 with prefetch; the second serves 5 until 3.6.
    for (const fault of ['kill', 'slow'] as const) {
      expect(of(fault, topology).predictedLost).toBe(0);
      expect(of(fault, topology).path?.arrival).toHaveLength(8);
    }
    expect(of('kill', topology).path?.finish[4]).toBeGreaterThan(3.6);
    expect(of('slow', topology).path?.finish[4]).toBeCloseTo(3.6, 9);
    expect(of('pause', topology)).toEqual({});
    expect(of('cut', topology)).toEqual({});
  }
});
