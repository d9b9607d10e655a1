import { type Matrix, matrix, sumOf } from '../../../numerics/matrix.js';
import { duration, durationOrNone, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { type Level, solveQbd } from '../phases/qbd.js';

export interface SetUpServers {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly meanSetUp: number;
  /** How long a server without work stays on, on average; 0: it is switched off at once. */
  readonly meanDelayOff: number;
}

interface Move {
  readonly customers: number;
  readonly on: number;
  readonly rate: number;
}

export const setUpServers = formula({
  kendall: 'M/M/c set-up',
  name: 'servers that are switched off without work, at once or after a while, and set up when customers wait',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times',
    'as many servers are being set up as customers wait, as far as there are any that are off; those not needed any more are called off',
    'exponential set-up times; exponential times, or none, until a server without work is switched off',
    'unlimited queue',
  ],
  formula: 'a quasi-birth-death process on customers and servers that are on, solved by its matrix R',
  breaks: 'Set-ups that are finished although nobody needs them any more save later customers a wait.',
  sources: [
    { ref: 'gandhi2014', at: 'the model' },
    { ref: 'neuts1981', at: 'chapter 3, matrix-geometric solution' },
  ],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 60),
    meanSetUp: duration,
    meanDelayOff: durationOrNone,
  },
  load: ({ arrivalRate, meanService, servers }: SetUpServers) => (arrivalRate * meanService) / servers,
  solve: (station: SetUpServers) => {
    const { arrivalRate, meanService, servers, meanSetUp, meanDelayOff } = station;
    const lingers = meanDelayOff > 0;
    /** Servers that are on with so many customers: from 0 up to this. */
    const mostOn = (customers: number): number => (lingers ? servers : Math.min(customers, servers));
    /** All on is the first state of a level: where many wait it is the only one that lasts. */
    const onIn = (row: number, customers: number): number => mostOn(customers) - row;
    const settingUp = (customers: number, on: number): number =>
      Math.min(Math.max(0, customers - on), servers - on);
    const moves = (customers: number, on: number): Move[] => {
      const busy = Math.min(customers, on);
      const idle = on - busy;
      return [
        { customers: customers + 1, on, rate: arrivalRate },
        {
          customers: customers - 1,
          on: lingers || customers > on ? on : on - 1,
          rate: busy / meanService,
        },
        { customers, on: on + 1, rate: settingUp(customers, on) / meanSetUp },
        { customers, on: on - 1, rate: idle > 0 ? idle / meanDelayOff : 0 },
      ].filter(move => move.rate > 0);
    };
    const between = (from: number, to: number): Matrix => {
      const [rows, columns] = [mostOn(from) + 1, mostOn(to) + 1];
      const rates = matrix(rows, columns);
      for (let row = 0; row < rows; row++) {
        for (const move of moves(from, onIn(row, from))) {
          if (move.customers === to) rates.data[row * columns + mostOn(to) - move.on] += move.rate;
          if (from === to) rates.data[row * columns + row] -= move.rate;
        }
      }
      return rates;
    };
    const level = (customers: number): Level => ({
      up: between(customers, customers + 1),
      local: between(customers, customers),
      // There is nothing below the lowest level.
      down: customers === 0 ? matrix(mostOn(0) + 1, 1) : between(customers, customers - 1),
    });
    // From one more customer than servers on all levels are alike.
    const first = servers + 1;
    const repeating = level(first);
    const solution = solveQbd({
      boundary: Array.from({ length: first }, (_, n) => level(n)),
      repeating,
      firstDown: repeating.down,
    });
    /** The mean over all states of what is, from the first repeating level on, the same at all levels. */
    const mean = (of: (customers: number, on: number) => number): number => {
      const over = (chances: Matrix, customers: number): number =>
        chances.data.reduce((sum, p, row) => sum + p * of(customers, onIn(row, customers)), 0);
      return (
        solution.boundary.reduce((sum, chances, n) => sum + over(chances, n), 0) +
        over(solution.beyond, first)
      );
    };
    const meanNumberInSystem = mean(customers => customers) + solution.meanExcess;
    const meanNumberInQueue = Math.max(0, meanNumberInSystem - arrivalRate * meanService);
    return {
      throughput: arrivalRate,
      utilisation: (arrivalRate * meanService) / servers,
      meanNumberInSystem,
      meanNumberInQueue,
      meanSojourn: meanNumberInSystem / arrivalRate,
      meanWait: meanNumberInQueue / arrivalRate,
      probabilityOfWait: mean((customers, on) => Number(on <= customers)),
      probabilityEmpty: sumOf(solution.boundary[0].data),
      /** On or being set up. */
      meanServers: mean((customers, on) => on + settingUp(customers, on)),
    };
  },
});
