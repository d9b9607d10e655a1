import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.js';
import { said } from './said.js';

const scenario = (routes: string) => `arrivals: 1/s
stations: { a: { servers: 1, service: 1ms }, b: { servers: 1, service: 1ms } }
routes: ${routes}`;

it('all parts must be done, and are, unless something else is said', () =>
  expect(
    parseScenario(scenario('{ arrive: { fork: [a, b], next: leave }, a: join, b: join }')).routes.arrive,
  ).toEqual({
    fork: ['a', 'b'],
    quorum: 2,
    rest: 'finish',
    next: 'leave',
  }));

describe('what is wrong is said where it stands', () => {
  it.each([
    ['{ arrive: { fork: [a, b], quorum: 3, next: leave }, a: join, b: join }', '3:43: 3 of 2 parts'],
    ['{ arrive: { fork: [a, d], next: leave }, a: join, b: join }', '3:31: there is no place "d"'],
    ['{ arrive: { fork: [a, b], next: d }, a: join, b: join }', '3:41: there is no place "d"'],
    ['{ arrive: { fork: [a, b] }, a: join, b: join }', '3:19: "next" is missing'],
    ['{ arrive: { fork: [a, b], rest: stop, next: leave }, a: join, b: join }', '3:41: '],
    ['{ arrive: { fork: [a, b], next: leave }, a: join, b: leave }', 'do not leave from "b"'],
    ['{ arrive: { fork: [a, a], next: b }, a: join, b: join }', 'only parts of forked customers join'],
    ['{ arrive: { fork: [a, b], next: b }, a: join, b: join }', '"b" serves whole customers and parts'],
    [
      '{ arrive: { fork: [a, a], next: leave }, a: { fork: [b, b], next: leave }, b: join }',
      'cannot fork again',
    ],
    ['{ arrive: a, a: b, b: join }', 'there is no place "join" here'],
  ])('%s', (routes, expected) => expect(said(scenario(routes))).toContain(expected));
});
