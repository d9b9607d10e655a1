import { expect, test } from 'vitest';
import { renderQueues } from '../../src/report/plans/queues.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { provenance } from '../../src/study/provenance.js';
import { queue } from '../study/queue-answers.js';

const scenario = parseScenario(
  '{ name: jobs, arrivals: 70/s, service: 20ms, servers: 2, live: { broker: zeromq } }',
);

/** The lines of a table, each line's cells. */
const cells = (page: string, title: string) =>
  (page.split('\n\n').find(part => part.startsWith(title)) ?? '')
    .split('\n')
    .slice(1)
    .map(line => line.split(/ {2,}/));

test('queues stand side by side with their intervals, and what did not count is said', () => {
  const killed = { messages: 100, lost: 2, duplicated: 1, predictedLost: 1 };
  const queues = [
    // The mean is 2 ms, and its half-width t(95 %, 2) / sqrt(3) ms = 2.48 ms.
    queue('seen', { overhead: [0.001, 0.002, 0.003], perSecond: 500, killed }),
    queue('unseen', {
      overhead: [undefined, undefined, undefined],
      perSecond: 400,
      killed: { problem: 'it ended early' },
    }),
  ];
  const page = renderQueues(
    {
      ...{ schema: 1, verdict: ['Said.'], rounds: 3, confidence: 0.95, queues, scenario },
      unavailable: [{ broker: 'away', reason: 'there is none' }],
      provenance: provenance('', 1),
    },
    { colour: false, width: 100 },
  );
  expect(cells(page, 'The scenario (jobs) on each queue (3 rounds, ± of 95 %)')).toEqual([
    [
      'queue',
      'overhead a message',
      'mean sojourn',
      'its model',
      'apart',
      'p99 sojourn',
      'overtaken',
      'rounds',
    ],
    ['seen', '2 ± 2 ms', '20 ms', '20 ms', '-0.2 ± 0.2 %', '100 ms', '0 %', '3 of 3'],
    ['unseen', '-', '-', '-', '-', '-', '-', '0 of 3'],
  ]);
  expect(cells(page, 'Without services')[1]).toEqual(['seen', '100 µs', '500/s', '1 s']);
  expect(cells(page, 'What goes wrong').slice(1)).toEqual([
    ['seen', 'a consumer killed', '2 2 2', '1 1 1', '1 1 1'],
    ['unseen', 'a consumer killed', '- - -', '- - -', '- - -'],
  ]);
  expect(page).toContain('! unseen: 3 of 3 runs do not count: busy');
  expect(page).toContain('! away: there is none');
});
