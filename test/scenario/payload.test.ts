import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { scenarioForm } from '../../src/scenario/text/scenario-form.js';
import { said } from './said.js';

const queue = (payload: string) =>
  `arrivals: 70/s\nservice: 20ms\nservers: 2\nlive: { payload: ${payload} }\n`;
const bytesOf = (payload: string) => parseScenario(queue(payload)).live?.payloadBytes;

test.each([
  ['512', 512],
  ['2kB', 2000],
  ['1.5 KiB', 1536],
  ['0', 0],
  ['{ distribution: uniform, min: 1kB, max: 3kB }', { distribution: 'uniform', min: 1000, max: 3000 }],
  ['{ distribution: lognormal, mean: 2kB, scv: 4 }', { distribution: 'lognormal', mean: 2000, scv: 4 }],
  [
    '{ distribution: empirical, values: [100, 1kB], weights: [3, 1] }',
    { distribution: 'empirical', values: [100, 1000], weights: [3, 1] },
  ],
])('%s', (written, expected) => {
  expect(bytesOf(written)).toEqual(expected);
  const again = JSON.stringify(scenarioForm(parseScenario(queue(written))));
  expect(parseScenario(again).live).toEqual(parseScenario(queue(written)).live);
});

test.each([
  ['20ms', '4:18: "ms" is not a unit of size'],
  ['1.5', '"1.5" is not a whole number of bytes'],
  ['1GB', 'expected a size in bytes'],
  ['{ distribution: exponential, mean: 20ms }', '4:53: "ms" is not a unit of size'],
  ['{ distribution: exponential, rate: 3/s }', '"rate" is not known here'],
  ['{ distribution: trace, file: a.csv }', '"trace" is not a law of sizes'],
  ['{ mean: 2kB }', 'expected'],
])('%s is no payload', (written, problem) => expect(said(queue(written))).toContain(problem));
