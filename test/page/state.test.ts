import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../src/distributions/index.js';
import { commandFor } from '../../src/page/what-if/command.js';
import { type Field, read, shown } from '../../src/page/what-if/field.js';
import { fieldsOf } from '../../src/page/what-if/fields.js';
import { fragmentOf, scenarioWith, stateIn } from '../../src/page/what-if/state.js';
import { loadScenario } from '../../src/scenario/load.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { playsTrace } from '../../src/scenario/plays-trace.js';
import { outsideRate } from '../../src/scenario/supply-rate.js';
import { scenarioForm } from '../../src/scenario/text/scenario-form.js';
import { settingsBetween } from '../../src/scenario/text/settings-between.js';
import { yamlText } from '../../src/scenario/text/yaml.js';
import { theoryStudy } from '../report/sample-study.js';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));

/** Something else than what is there. */
const otherValue = ({ kind, value, choices = [] }: Field): string => {
  if (kind === 'choice') return choices.find(choice => choice !== value) ?? '';
  if (kind === 'rate') return '33.7/min';
  if (kind === 'duration') return '1.7s';
  return kind === 'integer' ? String(Number(value ?? 1e6) + 1) : '0.07';
};

describe('what the page makes of a field is what --set makes of the file', () => {
  test.each(files)('%s', file => {
    const base = loadScenario(folder + file);
    const fields = fieldsOf(base);
    expect(fields.length).toBeGreaterThan(4);
    for (const field of fields) {
      const state = { [field.id]: otherValue(field) };
      const changed = scenarioWith(base, fields, state);
      expect(changed).not.toEqual(base);
      const settings = settingsBetween(base, changed);
      expect(settings).not.toEqual([]);
      expect(loadScenario(folder + file, { set: settings })).toEqual(changed);
      // What is downloaded is that scenario again.
      if (!playsTrace(changed)) expect(parseScenario(yamlText(scenarioForm(changed)))).toEqual(changed);
    }
  });
});

test.each(files)('the fields of %s show what they read back, and nothing changed is the report', file => {
  const base = loadScenario(folder + file);
  const fields = fieldsOf(base);
  for (const field of fields) expect(read(field, shown(field, field.value))).toBe(field.value);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  expect(scenarioWith(base, fields, {})).toEqual(base);
});

test.each([
  'arrivals: { process: mmpp, rates: [1/s, 3/s], holding: [10s, 10s] }',
  'arrivals: { process: renewal, interarrival: { distribution: erlang, mean: 500ms, k: 3 } }',
  'arrivals: { process: batch, batchRate: 0.5/s, meanSize: 4 }',
])('%s: another rate is that of the same process', text => {
  const base = parseScenario(`${text}\nservice: 100ms\nservers: 1\nname: any`);
  const changed = scenarioWith(base, fieldsOf(base), { arrivals: '5/s' });
  expect(outsideRate(base.classes.customers)).toBeCloseTo(2, 12);
  expect(outsideRate(changed.classes.customers)).toBeCloseTo(5, 12);
  expect(changed.classes.customers.arrivals?.process).toBe(base.classes.customers.arrivals?.process);
});

test.each([
  '{ distribution: gamma, mean: 20ms, scv: 3 }',
  '{ distribution: uniform, min: 10ms, max: 30ms }',
  '{ distribution: mixture, probabilities: [50%, 50%], of: [{ distribution: deterministic, value: 10ms }, { distribution: exponential, mean: 30ms }] }',
])('%s: another mean is that of the same law', law => {
  const base = parseScenario(`arrivals: 5/s\nservice: ${law}\nservers: 1\nname: any`);
  const changed = scenarioWith(base, fieldsOf(base), { service: '50ms' });
  const [before, after] = [base, changed].map(({ stations }) => stations.queue.service as DistributionSpec);
  expect(distributionOf(before).mean).toBeCloseTo(0.02, 12);
  expect(distributionOf(after).mean).toBeCloseTo(0.05, 12);
  expect(distributionOf(after).scv).toBeCloseTo(distributionOf(before).scv, 9);
  expect(after.distribution).toBe(before.distribution);
});

test('a link shares the state, and brings in nothing that is no field', () => {
  const fields = fieldsOf(loadScenario(`${folder}checkout.yaml`));
  const state = { 'orders.arrivals': '100/s', 'api.servers': '5', seed: '3' };
  expect(fragmentOf(state)).toBe('orders.arrivals=100/s&api.servers=5&seed=3');
  expect(stateIn(`#${fragmentOf(state)}&__proto__=1&nothing=2`, fields)).toEqual(state);
  const odd = { seed: '1+1 & 2%#"<' };
  expect(stateIn(`#${fragmentOf(odd)}`, fields)).toEqual(odd);
});

describe('what cannot be is refused in words', () => {
  const base = loadScenario(`${folder}loss.yaml`);
  test.each([
    [{ arrivals: '120' }, /arrival rate: "120" has no unit; expected a rate above 0/],
    [{ service: '-1s' }, /mean service: expected a duration above 0/],
    [{ servers: '2.5' }, /servers: expected a whole number of at least 1/],
    [{ servers: '' }, /servers: "" is not a number/],
    [{ capacity: '2' }, /a capacity of 2 is less than the 3 servers/],
    [{ discipline: 'random' }, /"random" is none of fcfs/],
  ])('%j', (state, message) => {
    expect(() => scenarioWith(base, fieldsOf(base), state as Record<string, string>)).toThrow(message);
  });
});

test('no capacity is below the customers of the start', () => {
  const base = loadScenario(`${folder}backlog.yaml`);
  expect(() => scenarioWith(base, fieldsOf(base), { capacity: '199999' })).toThrow(
    'a capacity of 199999 is less than the 200000 customers who are there at the start',
  );
});

test('the command is that of the report, without its engines and with what was changed', () => {
  const { scenario } = theoryStudy;
  const command = "sojourn run 'my file.yaml' --engines theory,live --set live.messages=100";
  const study = { ...theoryStudy, provenance: { ...theoryStudy.provenance, command } };
  const changed = scenarioWith(scenario, fieldsOf(scenario), { servers: '7' });
  expect(commandFor(study, changed)).toBe(
    "sojourn run 'my file.yaml' --set live.messages=100 --engines theory,simulation --set servers=7",
  );
});
