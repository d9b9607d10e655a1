import { expect, test } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import type { Scenario } from '../../../src/scenario/type.js';

const plain = parseScenario('arrivals: 1/s\nservice: 500ms\nservers: 1');
const [queue, customers] = [plain.stations.queue, plain.classes.customers];

/** A scenario of a later version, whose words no formula has heard of. */
const later: readonly (readonly [string, Scenario])[] = [
  ['a station', { ...plain, stations: { queue: { ...queue, ...{ heating: true } } } }],
  ['a class', { ...plain, classes: { customers: { ...customers, ...{ mood: 'bad' } } } }],
  ['a run', { ...plain, run: { ...plain.run, weather: 'rain' } as Scenario['run'] }],
  ['the whole', { ...plain, season: 'winter' } as Scenario],
  ['a choice', { ...plain, routes: { ...plain.routes, queue: { strategy: 'psychic', to: ['leave'] } } }],
];

test('the plain scenario is answered', () => expect(predict(plain).answered).toBe(true));

test.each(later)('%s that says a word which no formula knows is not answered', (_, scenario) => {
  expect(predict(scenario).answered).toBe(false);
});

test('what no formula knows is named', () => {
  const both = parseScenario(
    'arrivals: 1/s\nservice: 500ms\nservers: 1\npatience: 1s\nbreakdowns: { upTime: 1h, repairTime: 1min }',
  );
  expect(predict(both)).toEqual({
    answered: false,
    reason: 'servers break down, and customers give up waiting',
  });
});
