import { describe, expect, test } from 'vitest';
import { simulateRecovery } from '../../src/engines/simulation/recovery.js';
import { exactRecovery } from '../../src/engines/theory/exact-recovery.js';
import { drain } from '../../src/planning/drain/drain.js';
import type { Recover } from '../../src/planning/drain/recover.js';
import type { Upset } from '../../src/result/recovery.js';
import { scenarioOf } from './evaluates.js';

const exactly: Recover = async (scenario, upset, deadline) => {
  const recovery = exactRecovery(scenario, upset, deadline);
  return recovery ? { answered: true, recovery } : { answered: false, reason: 'not exact' };
};
const byRuns: Recover = (scenario, upset, deadline) => simulateRecovery(scenario, upset, deadline);

const email = (servers: number) => scenarioOf(`arrivals: 5/s, service: 2s, servers: ${servers}`);
const backlog: Upset = { kind: 'backlog', customers: 600 };

describe('the fluid line and the exact time', () => {
  test('agree on the mean of a backlog, and the servers around are told', async () => {
    const { outcome, table, engine } = await drain(email(12), { upset: backlog, certainty: 0.95 }, exactly);
    expect({ outcome, engine }).toEqual({ outcome: 'drains', engine: 'theory' });
    expect(table.map(({ servers }) => servers)).toEqual([11, 12, 13, 14, 15, 16]);
    for (const { servers, fluid, recovery } of table) {
      expect(fluid).toBeCloseTo(600 / (servers / 2 - 5), 9);
      expect(recovery?.meanTime.value).toBeCloseTo(fluid ?? 0, 9);
    }
  });

  test('servers that cannot keep up never recover, and it is said how fast the queue grows', async () => {
    const { outcome, table } = await drain(email(9), { upset: backlog, certainty: 0.95 }, exactly);
    expect(outcome).toBe('never');
    expect(table[0]).toMatchObject({ servers: 9, growthRate: expect.closeTo(0.5, 12) });
    expect(table[0].recovery).toBeUndefined();
    expect(table.find(({ servers }) => servers === 10)?.growthRate).toBe(0);
    expect(table.at(-1)?.recovery).toBeDefined();
  });
});

describe('the simulation of recoveries agrees with exact theory', () => {
  const cases: readonly [string, Upset][] = [
    ['a backlog', backlog],
    ['a pause', { kind: 'pause', seconds: 120 }],
  ];
  test.each(cases)('after %s', async (_, upset) => {
    const scenario = { ...email(12), run: { ...email(12).run, confidence: 0.999 } };
    const exact = exactRecovery(scenario, upset, 700);
    const sampled = await simulateRecovery(scenario, upset, 700);
    if (!exact || !sampled.answered) throw new Error('no answer');
    const { recovery } = sampled;
    for (const measure of ['meanTime', 'meanBacklog', 'within'] as const) {
      const [found, known] = [recovery[measure], exact[measure]];
      if (found?.kind !== 'sampled' || !known) throw new Error(`${measure} is missing`);
      expect(found.low, measure).toBeLessThanOrEqual(known.value + 1e-9);
      expect(found.high, measure).toBeGreaterThanOrEqual(known.value - 1e-9);
    }
    for (const found of recovery.percentiles) {
      const known = exact.percentiles.find(({ p }) => p === found.p)?.value as number;
      if (found.kind !== 'sampled') throw new Error('not sampled');
      expect(found.low).toBeLessThanOrEqual(known);
      expect(found.high).toBeGreaterThanOrEqual(known);
    }
  });

  test('a spike far above what the servers can do leaves what the fluid line says', async () => {
    const upset: Upset = { kind: 'spike', factor: 4, seconds: 300 };
    const found = await simulateRecovery(email(12), upset, undefined);
    if (!found.answered) throw new Error(found.reason);
    const { meanBacklog, meanTime } = found.recovery;
    // (4 · 5 - 6) · 300 s, at 1 a second to spare
    expect(meanBacklog.value / 4200).toBeCloseTo(1, 2);
    expect(meanTime.value / 4200).toBeCloseTo(1, 1);
  });

  test('gives the same numbers again, and refuses what it cannot do', async () => {
    const once = await simulateRecovery(email(12), backlog, undefined);
    expect(await simulateRecovery(email(12), backlog, undefined)).toEqual(once);
    const huge = await simulateRecovery(email(11), { kind: 'backlog', customers: 1e8 }, undefined);
    expect(huge).toMatchObject({
      answered: false,
      reason: expect.stringContaining('more than a simulation affords'),
    });
    const last = scenarioOf('arrivals: 5/s, service: 2s, servers: 12, discipline: lcfs');
    expect(await simulateRecovery(last, backlog, undefined)).toMatchObject({ answered: false });
  });
});

describe('servers for a deadline', () => {
  const question = { upset: backlog, deadline: 300, certainty: 0.95 };

  test('are the first, counted up, that keep it with the certainty', async () => {
    const { outcome, servers } = await drain(email(1), question, exactly);
    let counted = 11;
    while ((exactRecovery(email(counted), backlog, 300)?.within?.value ?? 0) < 0.95) counted++;
    expect({ outcome, servers }).toEqual({ outcome: 'met', servers: counted });
  });

  test('found by simulation are the same, or it is inconclusive', async () => {
    const exact = await drain(email(1), question, exactly);
    const { outcome, servers } = await drain(email(1), question, byRuns);
    if (outcome === 'met') expect(servers).toBe(exact.servers);
    else expect(outcome).toBe('inconclusive');
  });

  test('where nobody can say more than the fluid line, no number is known to do', async () => {
    const nobody: Recover = async () => ({ answered: false, reason: 'nobody knows' });
    const { outcome, reason, servers } = await drain(email(1), question, nobody);
    expect({ outcome, reason, servers }).toEqual({
      outcome: 'inconclusive',
      reason: 'nobody knows',
      servers: undefined,
    });
  });
});

test.each([
  [
    'several stations',
    'stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s } }, routes: { arrive: a, a: b, b: leave }, arrivals: 0.1/s',
    /2 stations/,
  ],
  ['an end of the queue', 'arrivals: 1/s, service: 1s, servers: 2, capacity: 10', /turns customers away/],
  ['a server for everybody', 'arrivals: 1/s, service: 1s, servers: infinite', /nobody waits/],
])('%s is refused', async (_, text, message) => {
  await expect(drain(scenarioOf(text), { upset: backlog, certainty: 0.95 }, exactly)).rejects.toThrow(
    message,
  );
});
