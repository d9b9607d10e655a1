import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { coresRefusal } from '../../../src/engines/live/free-cores.js';
import { measure, refusal } from '../../../src/engines/live/index.js';
import { Burner } from '../../../src/engines/live/pacing/burner.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { scenarioForm } from '../../../src/scenario/text/scenario-form.js';

const cpu = (consumers: number, live = '') =>
  parseScenario(
    `arrivals: 5/s\nservice: 100ms\nservers: ${consumers}\nlive: { broker: zeromq, service: cpu${live} }\n`,
  );

describe('services that keep a processor busy', () => {
  test('are a word of the scenario, which goes out as it came in', () => {
    expect(cpu(1).live?.service).toBe('cpu');
    expect(parseScenario(JSON.stringify(scenarioForm(cpu(1)))).live).toEqual(cpu(1).live);
  });

  test('have one core each, and leave one to broker and sender', () => {
    expect(coresRefusal(3, 4)).toBeUndefined();
    expect(coresRefusal(4, 4)).toMatch(
      /3 of 4 cores are free for 4: ask for at most 3 consumers, or service: natural/,
    );
    expect(coresRefusal(2, 2)).toMatch(/1 of 2 cores is free for 2: ask for at most 1 consumer, or/);
    expect(coresRefusal(1, 1)).toMatch(/0 of 1 core are free for 1: ask for service: natural/);
    const many = Math.min(64, availableParallelism());
    expect(refusal(cpu(many))).toBe(coresRefusal(many));
  });

  test('are work of about the length that was asked for, while the event loop goes on', async () => {
    const burner = new Burner();
    try {
      await burner.ready();
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 5);
      const before = process.cpuUsage();
      await burner.burn(0.3);
      clearInterval(ticking);
      const { user } = process.cpuUsage(before);
      expect(user / 1e6).toBeGreaterThan(0.15);
      expect(ticks).toBeGreaterThan(5);
      // Shorter work is done sooner: it is measured out, not waited for.
      const start = process.cpuUsage();
      await burner.burn(0.001);
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(0.15);
    } finally {
      await burner.close();
    }
  });
});

describe.runIf(availableParallelism() > 1)('a consumer that keeps a processor busy', () => {
  test('serves longer than its lease, and is taken for dead by nobody', async () => {
    const count = 5;
    const { record, observations } = await measure(cpu(1, ', lease: 100ms'), {
      customers: {
        intended: Float64Array.from({ length: count }, (_, i) => i * 0.4),
        services: new Float64Array(count).fill(0.3),
        backlog: 0,
      },
      attempts: 1,
    });
    expect(record.ledger).toMatchObject({ sent: count, processed: count, acknowledged: count, lost: 0 });
    expect(record.ledger).toMatchObject({ duplicated: 0, redelivered: 0 });
    expect(record.services?.asked.mean).toBeCloseTo(0.3, 9);
    expect(record.services?.asked.scv).toBeCloseTo(0, 9);
    expect(record.services?.given.mean).toBeGreaterThan(0.15);
    for (let i = 0; i < count; i++) expect(observations.started[i]).toBe(observations.received[i]);
    expect(record.checks.map(({ name }) => name)).toContain('mean service, off by');
  });
});
