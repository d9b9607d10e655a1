import { describe, expect, it } from 'vitest';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { said } from './said.js';

const network = (routes: string) => `classes: { x: { arrivals: 2/s }, y: { arrivals: 1/s } }
stations: { a: { servers: 1, service: 1s }, b: { servers: 3, service: 1s } }
routes: ${routes}`;
const routesOf = (routes: string) => parseScenario(network(routes)).routes;

describe('a way to choose is written', () => {
  it('short or long', () => {
    const long = routesOf('{ arrive: { strategy: round-robin, to: [a, b] }, a: leave, b: leave }');
    expect(routesOf('{ arrive: { round-robin: [a, b] }, a: leave, b: leave }')).toEqual(long);
    expect(long.arrive).toEqual({ strategy: 'round-robin', to: ['a', 'b'] });
  });

  it('with what it takes', () => {
    expect(routesOf('{ arrive: { power-of-d: [a, b] }, a: leave, b: leave }').arrive).toEqual({
      strategy: 'power-of-d',
      to: ['a', 'b'],
      d: 2,
    });
    const weighted = { strategy: 'weighted-round-robin', to: ['a', 'b'], weights: [3, 1] };
    const rest = 'a: leave, b: leave }';
    expect(routesOf(`{ arrive: { weighted-round-robin: { a: 3, b: 1 } }, ${rest}`).arrive).toEqual(weighted);
    expect(
      routesOf(`{ arrive: { strategy: weighted-round-robin, to: { a: 3, b: 1 } }, ${rest}`).arrive,
    ).toEqual(weighted);
  });

  it('for each class, and with a change of class', () =>
    expect(
      routesOf('{ arrive: { byClass: { x: a, y: { random: [a, b] } } }, a: { to: b, as: y }, b: leave }'),
    ).toEqual({
      arrive: { byClass: { x: { a: 1 }, y: { strategy: 'random', to: ['a', 'b'] } } },
      a: { branches: [{ to: 'b', as: 'y', share: 1 }] },
      b: { leave: 1 },
    }));
});

describe('the load that is expected', () => {
  const utilisations = (routes: string) =>
    Object.values(offeredLoad(parseScenario(network(routes)))).map(({ utilisation }) => utilisation);

  it.each([
    ['{ arrive: { random: [a, b] }, a: leave, b: leave }', [1.5, 0.5]],
    ['{ arrive: { weighted-round-robin: { a: 1, b: 4 } }, a: leave, b: leave }', [0.6, 0.8]],
    ['{ arrive: { join-shortest-queue: [a, b] }, a: leave, b: leave }', [0.75, 0.75]],
    ['{ arrive: { byClass: { x: b, y: a } }, a: leave, b: leave }', [1, 2 / 3]],
    ['{ arrive: a, a: { to: b, as: y }, b: { byClass: { x: a, y: leave } } }', [3, 1]],
  ])('%s', (routes, expected) => {
    for (const [i, utilisation] of utilisations(routes).entries())
      expect(utilisation).toBeCloseTo(expected[i], 12);
  });
});

describe('mistakes are shown where they are', () => {
  it.each([
    [
      '{ arrive: { round-robn: [a, b] }, a: leave, b: leave }',
      '3:21: "round-robn" is not a known way to choose',
      'round-robin',
    ],
    [
      '{ arrive: { strategy: round-robn, to: [a, b] }, a: leave, b: leave }',
      '3:31: "round-robn" is not',
      'round-robin',
    ],
    [
      '{ arrive: { stategy: random, to: [a, b] }, a: leave, b: leave }',
      '3:21: "stategy" is not known',
      'strategy',
    ],
    ['{ arrive: { to: [a, b] }, a: leave, b: leave }', '3:19: "strategy" is missing', 'random'],
    ['{ arrive: { random: [a, c] }, a: leave, b: leave }', '3:19: there is no place "c" here', 'a, b'],
    ['{ arrive: { random: [a, a] }, a: leave, b: leave }', '3:19: "a" stands here twice', ''],
    [
      '{ arrive: { join-shortest-queue: [a, b, leave] }, a: leave, b: leave }',
      '3:19: customers cannot leave',
      '',
    ],
    [
      '{ arrive: a, a: { join-shortest-queue: [b, leave] }, b: leave }',
      '3:25: join-shortest-queue looks at queues',
      '',
    ],
    ['{ arrive: { strategy: power-of-d, to: [a, b], d: 3 }, a: leave, b: leave }', '3:19: 3 of 2 places', ''],
    [
      '{ arrive: { bycalss: { x: a, y: b } }, a: leave, b: leave }',
      '3:21: "bycalss" is not known',
      'byClass',
    ],
    ['{ arrive: { byClass: { x: a } }, a: b, b: leave }', '3:30: the class "y" has no route here', ''],
    ['{ arrive: { byClass: { x: a, y: b, z: b } }, a: leave, b: leave }', '3:44: there is no class "z"', ''],
    ['{ arrive: a, a: { to: b, as: z }, b: leave }', '3:25: there is no class "z"', 'x, y'],
    ['{ arrive: { a: 50%, leave: 50% }, a: b, b: leave }', '3:29: customers cannot leave from here', ''],
    [
      '{ arrive: a, a: b, b: { byClass: { x: a, y: leave } } }',
      '3:25: customers of class "x" can never leave from "a"',
      '',
    ],
  ])('%s', (routes, start, mended) => {
    const message = said(network(routes));
    expect(message).toContain(start);
    expect(message).toContain(mended);
  });
});
