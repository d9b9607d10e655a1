import { expect, test } from 'vitest';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { scenarioForm } from '../../src/scenario/text/scenario-form.js';
import { yamlText } from '../../src/scenario/text/yaml.js';
import { said } from './said.js';

const queue = (more: string) => `{ arrivals: 12/s, service: 100ms, servers: 2, ${more} }`;

test.each([
  ['poison: 1%', 'work that always fails would be tried for ever', 'maxDeliveries: 5'],
  ['maxDeliveries: 3', 'no work fails here', 'failing: 5%'],
  ['redelivery: { delay: 1s }', 'no work fails here', 'failing: 5%'],
  ['failing: 100%', '"100%" is too large', '99%'],
  ['failing: { custommers: 5% }', 'there is no class "custommers"', 'customers'],
  ['failing: 5%, redelivery: { multiplier: 2 }', '"delay" is missing', 'a duration'],
  ['failing: 5%, redelivery: { delay: 1s, multiplier: 0.5 }', '"0.5" is too small', 'at least 1'],
  ['failing: 5%, redelivery: { delay: 1s, jitter: 120% }', '"120%" is too large', 'at most 100%'],
])('%s is refused where it stands', (more, message, expected) => {
  const text = said(queue(more));
  expect(text).toContain(message);
  expect(text).toContain(expected);
});

test.each([
  'failing: 5%',
  'failing: { customers: 5% }, poison: 1%, maxDeliveries: 4, redelivery: { delay: 1s, multiplier: 2, cap: 1min, jitter: 0.5 }',
])('%s reads back from the text of the scenario', more => {
  const scenario = parseScenario(queue(more));
  expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
});

test('the offered load counts every delivery, and what was given up burdens no other station', () => {
  const load = offeredLoad(
    parseScenario(`
arrivals: 10/s
stations:
  first: { servers: 2, service: 100ms, failing: 50%, maxDeliveries: 2 }
  second: { servers: 2, service: 100ms }
routes: { arrive: first, first: second, second: leave }`),
  );
  expect(load.first.arrivalRate).toBeCloseTo(15, 9);
  expect(load.second.arrivalRate).toBeCloseTo(7.5, 9);
});

test.each([
  ['baulking: {}', 'it is not said who baulks', 'from: 10'],
  ['baulking: { from: 3, joining: [1] }', 'it is said twice who baulks', 'from: 10'],
  ['baulking: { joining: [] }', 'this list is empty', 'probabilities'],
  ['baulking: { joining: [1, 1.5] }', '"1.5" is too large', 'at most 100%'],
  ['baulking: discouragd', '"discouragd" is not a way to baulk', 'discouraged'],
  ['backlog: 0', '"0" is too small', 'at least 1'],
  ['backlog: 7, capacity: 5', '7 customers have no room', 'at most 5'],
  ['backlog: { others: 7 }', 'there is no class "others"', 'customers'],
  ['timeout: 0', '"0" is too small', 'above 0'],
  ['lease: 0', '"0" is too small', 'above 0'],
  ['lease: 3s, redelivery: { delay: 1s }', 'no work fails here', 'failing: 5%'],
  [
    'discipline: { discipline: lcfs-preemptive, interrupted: repeat }',
    '"repeat" is not something that becomes of an interrupted service',
    'restart or resample',
  ],
])('%s is refused, too', (more, message, expected) => {
  const text = said(queue(more));
  expect(text).toContain(message);
  expect(text).toContain(expected);
});

test.each([
  'baulking: discouraged',
  'baulking: { from: 12 }, backlog: 3, run: { duration: 1h }',
  'baulking: { joining: [1, 0.5, 0] }, timeout: 2s, retry: { delay: 1s, maxAttempts: 3, jitter: 0.5 }',
  'backlog: { customers: 9 }, lease: 90s, maxDeliveries: 3, run: { duration: 1h }',
  'discipline: { discipline: priority-preemptive, interrupted: restart }',
])('%s reads back, too', more => {
  const scenario = parseScenario(queue(more));
  expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
});

test('a backlog says of which class, and clients have none', () => {
  const classes = 'classes: { a: { arrivals: 1/s }, b: { clients: 3, think: 1s } }';
  const at = (backlog: string) =>
    said(
      `{ ${classes}, stations: { q: { service: 1s, servers: 1, backlog: ${backlog} } }, routes: { arrive: q } }`,
    );
  expect(at('5')).toContain('it is not said of which class they are');
  expect(at('{ b: 5 }')).toContain('the clients of "b" all think at the start');
});
