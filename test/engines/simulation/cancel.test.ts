import { describe, expect, test } from 'vitest';
import { workerTeam } from '../../../src/engines/simulation/index.js';
import { column, Ledger } from '../../../src/engines/simulation/ledger.js';
import { type Algorithm, replicationOf } from '../../../src/engines/simulation/setup.js';
import {
  Crew,
  pieceVisits,
  type ReplicationLedgers,
  soloTeam,
} from '../../../src/engines/simulation/team.js';
import { parseScenario } from '../../../src/scenario/load.js';

const mm3 = parseScenario('{ arrivals: 2.4/s, service: 1s, servers: 3 }');
const tandem = parseScenario(`
arrivals: 1/s
stations: { a: { servers: 1, service: 500ms }, b: { servers: 1, service: 500ms } }
routes: { arrive: a, a: b, b: { a: 0.5, leave: 0.5 } }
`);
const total = (ledgers: readonly ReplicationLedgers[], name: keyof typeof column): number =>
  ledgers.reduce((sum, [ledger]) => {
    for (let batch = 0; batch < ledger.capacity; batch++) sum += ledger.sum(batch, name);
    return sum;
  }, 0);
/** More than a machine simulates in an hour. */
const endless = { from: 0, to: 16, clock: 0, length: 1e11 };

describe('a run can be stopped soon, however long its batches are', () => {
  test.each<[string, Algorithm, number]>([
    ['the recursion', 'recursion', 1],
    ['events', 'events', 1],
    // Each goes through both stations twice, and the first ledger is that of the first.
    ['events of a network', 'events', 2],
  ])('%s', (_, algorithm, visits) => {
    const [scenario, rate] = visits > 1 ? [tandem, 1] : [mm3, 2.4];
    const length = visits > 1 ? 250_000 / 4 : 250_000 / rate;
    const crew = new Crew({ scenario, seed: 1, algorithm }, [0], rate);
    let before = 0;
    let looks = 0;
    for (const _ of crew.advance({ from: 0, to: 1, clock: 0, length })) {
      const now = total(crew.ledgers, 'arrivals');
      expect((now - before) * visits).toBeLessThan(1.05 * pieceVisits);
      before = now;
      looks++;
    }
    expect(looks).toBe(5);
    expect(before * visits).toBeGreaterThan(240_000);
  });

  test.each<Algorithm>(['recursion', 'events'])(
    'the pieces of a batch add up to the batch: %s',
    algorithm => {
      const job = { scenario: mm3, seed: 1, algorithm };
      const length = 100_000;
      const crew = new Crew(job, [0], 2.4);
      expect([...crew.advance({ from: 0, to: 1, clock: 0, length })].length).toBe(5);
      const [[pieces]] = crew.ledgers;
      const whole = new Ledger();
      replicationOf(job, 0).advance([whole], 0, 0, length);
      for (const name of ['arrivals', 'departures', 'served', 'waited'] as const)
        expect(pieces.sums[column[name]], name).toBe(whole.sums[column[name]]);
      for (const name of ['wait', 'sojourn', 'waitSquared', 'queueArea', 'busyArea'] as const)
        expect(pieces.sums[column[name]] / whole.sums[column[name]], name).toBeCloseTo(1, 12);
      expect(pieces.waits).toEqual(whole.waits);
      expect(pieces.sojourns).toEqual(whole.sojourns);
    },
  );

  test('in this thread, with what it had by then', async () => {
    const controller = new AbortController();
    const team = soloTeam({ scenario: mm3, seed: 1, algorithm: 'events' }, 2.4, controller.signal);
    setTimeout(() => controller.abort(), 0);
    expect(await team.advance(endless)).toBe(false);
    expect(total(team.ledgers, 'arrivals')).toBeGreaterThan(10_000);
    expect(total(team.ledgers, 'arrivals')).toBeLessThan(20 * pieceVisits);
  });

  test('in other threads', async () => {
    const controller = new AbortController();
    const job = { scenario: mm3, seed: 1, algorithm: 'recursion' } as const;
    const team = await workerTeam(2)(job, 2.4, controller.signal);
    try {
      expect(await team.advance({ from: 0, to: 1, clock: 0, length: 100 })).toBe(true);
      setTimeout(() => controller.abort(), 20);
      expect(await team.advance({ ...endless, clock: 100, from: 1 })).toBe(false);
    } finally {
      await team.close();
    }
  });
});
