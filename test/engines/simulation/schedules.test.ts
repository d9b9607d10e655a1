import { describe, expect, test } from 'vitest';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

const scheduled = (schedule: string, more = ''): string =>
  `{ arrivals: 1/s, service: { distribution: deterministic, value: 4s }, servers: 1, schedule: ${schedule}${more} }`;

describe('servers that come and go by the clock, customer by customer', () => {
  test('a second one comes at 5 s and takes who waits', () => {
    const text = scheduled('{ changes: [{ at: 5s, servers: 2 }] }');
    // 0-4, 4-8 by the first; 5-9 by the second; the next at 8.
    expect(departuresOf(text, { customers: [0, 1, 2, 3] })).toEqual([
      'customers@0 4',
      'customers@1 8',
      'customers@2 9',
      'customers@3 12',
    ]);
  });

  test('one that leaves serves its customer to the end, and takes no other', () => {
    const text = scheduled('{ changes: [{ at: 3s, servers: 2 }, { at: 5s, servers: 1 }] }');
    // The second serves 3-7; of those who wait the first takes one at 4, 8 and 12.
    expect(departuresOf(text, { customers: [0, 1, 2, 2.5] })).toEqual([
      'customers@0 4',
      'customers@1 7',
      'customers@2 8',
      'customers@2.5 12',
    ]);
  });

  test('nobody serves at night, and all begins again with the period', () => {
    const text = scheduled('{ changes: [{ at: 6s, servers: 0 }], period: 10s }');
    // 0-4; 4-8 goes on past the end at 6; the night lasts until 10; 10-14, 14-18 past 16, and then 20.
    expect(departuresOf(text, { customers: [0, 1, 2, 3, 9] })).toEqual([
      'customers@0 4',
      'customers@1 8',
      'customers@2 14',
      'customers@3 18',
      'customers@9 24',
    ]);
  });

  test('with patience, order and a capacity as elsewhere', () => {
    const text = scheduled(
      '{ changes: [{ at: 2s, servers: 0 }, { at: 20s, servers: 2 }] }',
      ', capacity: 3, patience: { distribution: deterministic, value: 10s }, discipline: lcfs',
    );
    // The two who come last find the places of those who gave up; the last one is served first.
    expect(departuresOf(text, { customers: [0, 3, 3.5, 3.75, 13.75, 14] })).toEqual([
      'customers@3.75 turned away 3.75',
      'customers@0 4',
      'customers@3 gives up 13',
      'customers@3.5 gives up 13.5',
      'customers@14 24',
      'customers@13.75 24',
    ]);
  });
});

describe('a day profile', () => {
  const text = `
arrivals: 1/s
service: 500ms
servers: 1
schedule: { changes: [{ at: 100s, servers: 3 }, { at: 300s, servers: 2 }], period: 400s }
run: { precision: 3%, stopOn: [throughput, meanServers, utilisation] }
`;

  test('in the long run: the servers on average, and how busy they are', async () => {
    const { measures } = await answerTo(text);
    expectCovered(measures, { throughput: 1, meanService: 0.5 });
    expect(measures.meanServers?.value).toBeCloseTo((100 + 600 + 200) / 400, 3);
    // A server that leaves while it serves counts until it is done, so a bit less than 0.5 / 2.25.
    const { utilisation } = measures;
    expect(utilisation?.value).toBeGreaterThan(0.21);
    expect(utilisation?.value).toBeLessThan(0.2223);
  });

  test('in a day: servers over time', async () => {
    const { series = [], measures } = await answerTo(
      text.replace('stopOn', 'duration: 400s, replications: 16, stopOn'),
    );
    const servers = series.find(({ name }) => name === 'servers');
    expect(servers?.value.slice(1, 11).every(value => Math.abs(value - 1) < 1e-9)).toBe(true);
    expect(servers?.value.slice(13, 35).every(value => Math.abs(value - 3) < 1e-9)).toBe(true);
    expect(measures.peakServers?.value).toBe(3);
  });
});

test('what it cannot go with is said', async () => {
  const said = async (more: string) =>
    answerTo(scheduled('{ changes: [{ at: 5s, servers: 2 }] }', more)).catch(String);
  expect(await said(', discipline: srpt')).toContain(
    'servers come and go by a schedule; the simulation knows that only',
  );
  expect(await said(', discipline: ps')).toContain('with service by fcfs, lcfs');
});
