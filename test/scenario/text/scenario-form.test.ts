import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadScenario, parseScenario } from '../../../src/scenario/load.js';
import { durationText, rateText } from '../../../src/scenario/text/quantities.js';
import { scenarioForm } from '../../../src/scenario/text/scenario-form.js';
import { settingsBetween } from '../../../src/scenario/text/settings-between.js';
import { yamlText } from '../../../src/scenario/text/yaml.js';

const folder = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));

test.each([
  [0.02, '20ms'],
  [90, '90s'],
  [300, '5min'],
  [1.5e-6, '1.5us'],
  [1 / 3, '333.3333333333333ms'],
  [0, '0'],
])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

test.each([
  [120, '120/s'],
  [0.5, '30/min'],
  [1 / 3600, '1/h'],
])('%d a second are %s', (rate, text) => expect(rateText(rate)).toBe(text));

describe('a scenario written out reads back as the same scenario', () => {
  test.each(files)('%s', file => {
    const scenario = loadScenario(folder + file);
    expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
  });

  test.each([
    '{ name: \'a: "b" #c\', arrivals: 1/s, service: 9ms, servers: 1 }',
    "{ name: 'true', description: '- x', arrivals: 1/s, service: { mean: 1s, scv: 0.7 }, servers: 2 }",
    '{ name: x, arrivals: { process: mmpp, rates: [1/s, 30/min], holding: [1s, 2min] }, service: 10ms, servers: infinite }',
    "{ name: 'no', arrivals: 7/h, service: { distribution: mixture, probabilities: [0.5, 0.5], of: [1ms, { distribution: pareto, alpha: 2.5, mean: 3ms }] }, servers: 2, capacity: 5, live: { broker: zeromq, duration: 20s }, run: { warmUp: 3min }, thresholds: ['p99 wait <= 1s'] }",
    '{ name: x, classes: { a b: { arrivals: 1/s, priority: 2, patience: 2min } }, stations: { front: { servers: 1, service: 1ms } } }',
  ])('%s', text => {
    const scenario = parseScenario(text);
    expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
  });
});

describe('the settings between two scenarios make the one of the other', () => {
  const change = [
    ['quickstart', ['servers=3', 'arrivals=80/s']],
    ['mg1', ['service.scv=0.5', 'capacity=9', 'discipline=lcfs', 'run.seed=8']],
    ['call-centre', ['patience=', 'service={ mean: 50s, scv: 0.4 }']],
    ['checkout', ['stations.api.servers=5', 'classes.reports.arrivals.rate=21/s', 'run.warmUp=30s']],
    ['loss', ['capacity=', 'servers=4']],
  ] as const;
  test.each(change)('%s %j', (name, set) => {
    const before = loadScenario(`${folder}${name}.yaml`);
    const after = loadScenario(`${folder}${name}.yaml`, { set });
    const settings = settingsBetween(before, after);
    expect(settings).toHaveLength(set.length);
    expect(loadScenario(`${folder}${name}.yaml`, { set: settings })).toEqual(after);
  });

  test('none where nothing differs', () => {
    const scenario = loadScenario(`${folder}checkout.yaml`);
    expect(settingsBetween(scenario, scenario)).toEqual([]);
  });
});
