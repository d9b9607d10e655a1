import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { said } from './said.js';

it('clients stand in place of arrivals', () =>
  expect(parseScenario('clients: 20\nthink: 1s\nservice: 1s\nservers: 1').classes).toEqual({
    customers: { clients: 20, think: { distribution: 'exponential', mean: 1 } },
  }));

describe('what is wrong is said where it stands', () => {
  const rest = 'service: 1s\nservers: 1';
  it.each([
    [`think: 1s\n${rest}`, '1:1: "clients" is missing'],
    [rest, '1:1: "arrivals" is missing'],
    [`arrivals: 1/s\nclients: 3\n${rest}`, '2:1: customers arrive from outside, or there are clients'],
    [`arrivals: 1/s\nthink: 3s\n${rest}`, '2:1: only clients think'],
    [`clients: 0\n${rest}`, '1:10: '],
    [`clients: 2.5\n${rest}`, '1:10: '],
    [
      `clients: 2\nthink: { distribution: pareto, alpha: 0.9, min: 1s }\n${rest}`,
      '2:8: these clients think for ever',
    ],
    [`clients: 2\n${rest}\ncapacity: 1`, 'ask again at the same moment, for ever'],
    [`classes: { a: { think: 1s } }\n${rest}`, '1:15: "clients" is missing'],
    [`classes: { a: { clients: 2 }, b: {} }\n${rest}`, '"arrivals" is missing'],
  ])('%s', (text, expected) => expect(said(text)).toContain(expected));
});
