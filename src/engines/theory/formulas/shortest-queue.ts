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

/** Stationary means of the Markov chain on the sorted queue lengths, cut off where it hardly ever comes. */
export function shortestQueue({ arrivalRate, meanService, servers, choices }: ShortestQueue) {
  const mu = 1 / meanService;
  const total = binomial(servers, choices);
  const load = (arrivalRate * meanService) / servers;
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
  let number = 0;
  let waits = 0;
  let empty = 0;
  for (const { state, probability } of chain) {
    number += probability * sum(state);
    const idle = state.filter(length => length === 0).length;
    waits += (probability * binomial(servers - idle, choices)) / total;
    if (idle === servers) empty = probability;
  }
  const meanSojourn = number / arrivalRate;
  return {
    utilisation: load,
    meanNumberInSystem: number,
    meanSojourn,
    meanWait: meanSojourn - meanService,
    probabilityOfWait: waits,
    probabilityEmpty: empty,
  };
}

/** With one choice queues are geometric; with more a length k is rarer than load^(total in k-long queues). */
function cutOff(load: number, servers: number, choices: number): number {
  const digits = Math.log(1e-12) / Math.log(load);
  const needed = choices === 1 ? digits : Math.max(8, digits / servers + 2 * (servers / choices));
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
