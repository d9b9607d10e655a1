import { ParameterError } from '../../../distributions/contract.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { NotCovered } from '../not-covered.js';
import type { Transition } from './markov-chain.js';
import { sparseChain } from './sparse-chain.js';

/** Poisson arrivals to exponential servers with a queue each; an arrival joins the shortest of d that it looks at. */
export interface ShortestQueue {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** How many different servers it looks at; ties are broken at random. */
  readonly choices: number;
}

type Lengths = readonly number[];

export const shortestQueue = formula({
  kendall: 'JSQ and power of d choices',
  name: 'each arrival joins the shortest of the d queues that it looks at',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals, exponential services',
    'c servers with a queue each; d different ones are looked at, ties broken at random',
    'nobody changes queues',
  ],
  formula: 'the Markov chain on the sorted queue lengths, cut off where it hardly ever comes',
  breaks: 'Queue lengths that are looked up late send many arrivals to the same queue.',
  sources: [{ ref: 'mitzenmacher2001', at: 'the finite system' }],
  parameters: { arrivalRate: rate, meanService: duration, servers: whole(1, 20), choices: whole(1, 20) },
  load: ({ arrivalRate, meanService, servers }: ShortestQueue) => (arrivalRate * meanService) / servers,
  solve: (station: ShortestQueue) => {
    const { arrivalRate, meanService, servers, choices } = station;
    if (choices > servers) {
      throw new ParameterError('choices', choices, `a whole number from 1 to the ${servers} servers`);
    }
    const mu = 1 / meanService;
    const total = binomial(servers, choices);
    const load = (arrivalRate * meanService) / servers;
    // One look is a random split: independent queues.
    if (choices === 1) {
      const queue = (load * load) / (1 - load);
      return measured(station, servers * queue, load, (1 - load) ** servers);
    }
    const longest = cutOff(load, servers, choices);
    const moves = (lengths: Lengths): Transition<Lengths>[] =>
      groups(lengths).flatMap(({ length, shorter, count }) => {
        // The looked-at include one of this length, and none that is shorter.
        const joins = binomial(servers - shorter, choices) - binomial(servers - shorter - count, choices);
        return [
          ...(length < longest && joins > 0
            ? [{ to: changed(lengths, length, length + 1), rate: (arrivalRate * joins) / total }]
            : []),
          ...(length > 0 ? [{ to: changed(lengths, length, length - 1), rate: count * mu }] : []),
        ];
      });
    // Unequal queues are rare, the rarer the more are looked at.
    const guess = (lengths: Lengths): number =>
      load ** sum(lengths) * (0.3 / choices) ** (lengths[servers - 1] - lengths[0]);
    const chain = sparseChain(Array<number>(servers).fill(0) as Lengths, moves, sum, guess);
    let waiting = 0;
    let waits = 0;
    let empty = 0;
    for (const { state, probability } of chain) {
      waiting += probability * state.reduce((queue, length) => queue + Math.max(0, length - 1), 0);
      const idle = state.filter(length => length === 0).length;
      waits += (probability * binomial(servers - idle, choices)) / total;
      if (idle === servers) empty = probability;
    }
    return measured(station, waiting, waits, empty);
  },
});

function measured(
  { arrivalRate, meanService, servers }: ShortestQueue,
  meanNumberInQueue: number,
  probabilityOfWait: number,
  probabilityEmpty: number,
) {
  const load = arrivalRate * meanService;
  const meanWait = meanNumberInQueue / arrivalRate;
  return {
    throughput: arrivalRate,
    utilisation: load / servers,
    meanNumberInSystem: meanNumberInQueue + load,
    meanNumberInQueue,
    meanSojourn: meanWait + meanService,
    meanWait,
    probabilityOfWait,
    probabilityEmpty,
  };
}

/** A length k is rarer than load^(total in k-long queues). */
function cutOff(load: number, servers: number, choices: number): number {
  const digits = Math.log(1e-12) / Math.log(load);
  const needed = Math.max(8, digits / servers + 2 * (servers / choices));
  if (!(needed < 5000)) throw new NotCovered('so close to saturation the queues have too many lengths');
  return Math.ceil(needed);
}

const sum = (lengths: Lengths): number => lengths.reduce((total, length) => total + length, 0);

function groups(lengths: Lengths): { length: number; shorter: number; count: number }[] {
  return [...new Set(lengths)].map(length => ({
    length,
    shorter: lengths.filter(other => other < length).length,
    count: lengths.filter(other => other === length).length,
  }));
}

const changed = (lengths: Lengths, from: number, to: number): Lengths =>
  lengths.with(lengths.indexOf(from), to).sort((a, b) => a - b);

function binomial(n: number, k: number): number {
  if (k > n) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product *= (n - k + i) / i;
  return Math.round(product);
}
