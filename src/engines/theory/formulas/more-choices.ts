import { ParameterError } from '../../../distributions/contract.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { byLittle } from './by-little.js';
import { powerOfManyChoices } from './dispatching.js';
import { type ShortestQueue, shortestQueue } from './shortest-queue.js';

/** So many queues are looked at, at most: the exact values of as many servers, and of one more, have to be known. */
const mostChoices = 3;

export const moreChoices = formula({
  kendall: 'power of d choices, more servers',
  name: 'each arrival joins the shortest of d queues looked at, among more servers than a Markov chain can follow',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals, exponential services',
    'd queues are looked at, chosen at random, fewer than there are servers',
    'an expansion in one over the number of servers, of which two terms count',
  ],
  formula: 'W(n) ≈ W(∞) + a / n + b / n², with a and b from the exact W(d) and W(d + 1)',
  breaks: 'Where nearly all queues are looked at there is no such expansion.',
  sources: [
    { ref: 'gast2017', at: 'expansion in 1/n' },
    { ref: 'mitzenmacher2001', at: 'the limit and the finite system' },
  ],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1e6),
    choices: whole(2, mostChoices),
  },
  load: ({ arrivalRate, meanService, servers }: ShortestQueue) => (arrivalRate * meanService) / servers,
  solve: ({ arrivalRate, meanService, servers, choices }: ShortestQueue) => {
    if (servers < choices)
      throw new ParameterError('choices', choices, `a whole number from 2 to the ${servers} servers`);
    const perServer = arrivalRate / servers;
    const load = perServer * meanService;
    const limit = powerOfManyChoices.solve({ load, meanService, choices }).meanWait;
    /** n (W(n) - W(∞)) = a + b / n. */
    const excess = (n: number): number =>
      n *
      (shortestQueue.solve({ arrivalRate: n * perServer, meanService, servers: n, choices }).meanWait -
        limit);
    const [first, second] = [excess(choices), excess(choices + 1)];
    const b = (first - second) * choices * (choices + 1);
    const a = first - b / choices;
    const meanWait = limit + a / servers + b / servers ** 2;
    return { ...byLittle(arrivalRate, meanWait, meanService), utilisation: load };
  },
});
