import { beforeEach, describe, expect, test } from 'vitest';
import { brokers, measure } from '../../../src/engines/live/index.js';
import { answersOf } from '../../../src/measurement/answers.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { onlyStation } from '../../../src/scenario/single-station.js';
import { clientOf } from '../../../src/workload/client-work.js';
import { isOfClients, workloadOf } from '../../../src/workload/workload.js';
import { needsRedis } from './redis.js';
import { ofRuns } from './runs.js';

const [clients, messages] = [5, 60];

describe.each(Object.keys(brokers))('clients of %s', name => {
  beforeEach(context => {
    if (name.startsWith('redis') || name === 'bullmq') needsRedis(context);
  });

  test('wait for their answers, and think from the end of the service', async () => {
    const scenario = parseScenario(
      `clients: ${clients}\nthink: 20ms\nservice: 5ms\nservers: 2\nlive: { broker: ${name}, messages: ${messages} }\n`,
    );
    const station = onlyStation(scenario);
    if (typeof station === 'string' || !scenario.live) throw new Error('no station to drive');
    const customers = workloadOf(station, scenario.live, 1);
    if (!isOfClients(customers)) throw new Error('no clients');
    const { observations, record, problem } = await measure(scenario, { customers, attempts: 1 });
    expect(problem?.kind ?? 'not-comparable').toBe('not-comparable');
    expect(record.ledger).toMatchObject({ sent: messages, received: messages, lost: 0, duplicated: 0 });
    const { intended, sent, started, service, clients: columns } = observations;
    expect([...new Set(columns?.client)].sort()).toEqual([0, 1, 2, 3, 4]);
    for (let client = 0; client < clients; client++) {
      const next = clientOf(customers.draws, client);
      let free = 0;
      for (const [id, who] of (columns?.client ?? []).entries()) {
        if (who !== client) continue;
        const { think, service: needed } = next();
        expect(intended[id]).toBe(free + think);
        expect(service[id]).toBe(needed);
        expect(sent[id]).toBeGreaterThanOrEqual(intended[id]);
        free = started[id] + needed;
      }
    }
    const answers = answersOf(observations, 'virtual');
    expect(answers?.clients).toBe(clients);
    expect(answers?.meanWay).toBeGreaterThan(0);
    expect(ofRuns()).toEqual([]);
  });
});
