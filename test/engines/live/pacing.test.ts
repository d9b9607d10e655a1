import { describe, expect, onTestFinished, test } from 'vitest';
import { now } from '../../../src/engines/live/clock.js';
import { scheduled } from '../../../src/engines/live/pacing/agenda.js';
import { Alarms } from '../../../src/engines/live/pacing/alarms.js';
import { Lead } from '../../../src/engines/live/pacing/lead.js';
import { pace } from '../../../src/engines/live/pacing/pacer.js';

describe('the pacer', () => {
  test('sends everything once, in order, and never early', async () => {
    const schedule = Float64Array.of(0, 0, 0.001, 0.0015, 0.01, 0.01, 0.04);
    const epoch = now() + 0.005;
    const sent: [number, number][] = [];
    const count = await pace(
      scheduled(schedule, i => sent.push([i, now() - epoch])),
      epoch,
      () => false,
    );
    expect(count).toBe(schedule.length);
    expect(sent.map(([i]) => i)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const [i, time] of sent) expect(time).toBeGreaterThanOrEqual(schedule[i]);
  });

  test('sends what is overdue at once and goes on', async () => {
    const sent: number[] = [];
    await pace(
      scheduled(Float64Array.of(0, 1, 2), i => sent.push(i)),
      now() - 10,
      () => false,
    );
    expect(sent).toEqual([0, 1, 2]);
  });

  test('stops when told, and says how many it sent', async () => {
    const sent: number[] = [];
    const count = await pace(
      scheduled(Float64Array.of(0, 0.001, 3600), i => sent.push(i)),
      now(),
      () => sent.length === 2,
    );
    expect(count).toBe(2);
    expect(sent).toEqual([0, 1]);
  });
});

describe('the lead of a call', () => {
  const most = 2e-4;

  test('grows with each waking that is late, up to a fifth of a millisecond, and with no other', () => {
    const shared = new Float64Array(1);
    const lead = new Lead(shared);
    lead.awake(now() + 3600);
    expect(shared[0]).toBe(0);
    lead.awake(now() - 1);
    const step = shared[0];
    expect(step).toBeGreaterThan(0);
    for (let i = 0; i < most / step + 2; i++) lead.awake(now() - 1);
    expect(shared[0]).toBe(most);
  });

  test('shrinks with each waking that is early, which ends at its moment', () => {
    const shared = Float64Array.of(most);
    const lead = new Lead(shared);
    // The host may take the processor away in between: then it was late.
    for (let i = 0; i < 1000 && shared[0] === most; i++) {
      const moment = now() + 1e-4;
      lead.awake(moment);
      expect(now()).toBeGreaterThanOrEqual(moment);
    }
    expect(shared[0]).toBeLessThan(most);
  });
});

describe('alarms', () => {
  function alarmsFor(consumers: number): Alarms {
    const alarms = new Alarms(consumers);
    onTestFinished(() => alarms.close());
    // Waiting for an alarm does not hold a process.
    const hold = setInterval(() => {}, 1000);
    onTestFinished(() => clearInterval(hold));
    return alarms;
  }

  test('wake every consumer, each not before its own moment', async () => {
    const alarms = alarmsFor(4);
    const delays = [0.03, 0.004, 0.02, 0.004];
    for (let round = 0; round < 5; round++) {
      const start = now();
      await Promise.all(
        delays.map(async (delay, k) => {
          await alarms.until(k, start + delay);
          expect(now()).toBeGreaterThanOrEqual(start + delay);
        }),
      );
    }
  });

  test('a moment that is past has come', async () => {
    const alarms = alarmsFor(1);
    await alarms.until(0, now() - 1);
    await alarms.until(0, Number.NEGATIVE_INFINITY);
  });

  test('an earlier alarm is not held up by a later one', async () => {
    const alarms = alarmsFor(2);
    let late = false;
    const far = alarms.until(0, now() + 3600)?.then(() => {
      late = true;
    });
    await alarms.until(1, now() + 0.002);
    expect(late).toBe(false);
    await alarms.close();
    await far;
  });
});
