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
