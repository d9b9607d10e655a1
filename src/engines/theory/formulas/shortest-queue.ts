import { ParameterError } from '../../../distributions/contract.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { placesAhead } from '../times/places-ahead.js';
import { delayedExponential } from '../times/simple.js';
import { chance, type Stationary, type Transition } from './markov-chain.js';
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

/** Some hundred milliseconds. */
const mostStates = 40_000;

export const mostServers = 20;

const source: Source = { ref: 'mitzenmacher2001', at: 'the finite system' };

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
  sources: [source],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, mostServers),
    choices: whole(1, mostServers),
  },
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
      const rest = (1 - load) * mu;
      return {
        ...measured(station, servers * queue, load, (1 - load) ** servers),
        wait: delayedExponential(load, rest, source),
        sojourn: delayedExponential(1, rest, source),
      };
    }
    const keyOf = numbered(station, load);
    const chain = widened(station, load, keyOf, (spread, known) => {
      const longest = longestOf(load, servers, choices, spread);
      const within = (lengths: Lengths): boolean =>
        lengths[servers - 1] <= longest && lengths[servers - 1] - lengths[0] <= spread;
      const moves = (lengths: Lengths): Transition<Lengths>[] => {
        const found: Transition<Lengths>[] = [];
        const add = (at: number, length: number, rate: number): void => {
          const to = lengths.with(at, length);
          if (within(to)) found.push({ to, rate });
        };
        // Queues of one length stand together: the last may grow, the first shrink, and all stay sorted.
        for (let first = 0, end = 0; first < servers; first = end) {
          const length = lengths[first];
          while (end < servers && lengths[end] === length) end++;
          // The looked-at include one of this length, and none that is shorter.
          const joins = binomial(servers - first, choices) - binomial(servers - end, choices);
          if (joins > 0) add(end - 1, length + 1, (arrivalRate * joins) / total);
          if (length > 0) add(first, length - 1, (end - first) * mu);
        }
        return found;
      };
      // Unequal queues are rare, the rarer the more are looked at.
      const guess = (lengths: Lengths): number =>
        known
          ? (known.get(keyOf(lengths)) ?? 0)
          : load ** sum(lengths) * (0.3 / choices) ** (lengths[servers - 1] - lengths[0]);
      return sparseChain(Array<number>(servers).fill(0) as Lengths, moves, sum, guess, keyOf);
    });
    let waiting = 0;
    let empty = 0;
    /** Chances of the length of the queue that an arrival joins. */
    const joined: number[] = [];
    for (const { state, probability } of chain) {
      waiting += probability * state.reduce((queue, length) => queue + Math.max(0, length - 1), 0);
      if (state[servers - 1] === 0) empty = probability;
      // The shortest that is looked at is no shorter than the one at this place.
      let none = 1;
      for (const [place, length] of state.entries()) {
        const rest = binomial(servers - place - 1, choices) / total;
        joined[length] = (joined[length] ?? 0) + probability * (none - rest);
        none = rest;
      }
    }
    const busy = joined.slice(1);
    const probabilityOfWait = busy.reduce((sum, each) => sum + each, 0);
    return {
      ...measured(station, waiting, probabilityOfWait, empty),
      ...placesAhead({
        ...{ chances: j => busy[j] ?? 0, places: busy.length, atOnce: 1 - probabilityOfWait },
        ...{ servers: 1, meanService, source },
      }),
    };
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

/** How much queues may differ at first, and by how much more then. */
const [narrowest, wider] = [6, 3];

/** What of the probability may lie where the queues are as unequal as the chain lets them be. */
const mostCut = 1e-7;

/**
 * The chain with queues that differ by ever more, until how much they may no longer matters: after the first two by as much
 * more at once as what is cut off fell between them. Each begins with the chances of the one before.
 */
function widened(
  { servers }: ShortestQueue,
  load: number,
  keyOf: (lengths: Lengths) => number | string,
  chainOf: (spread: number, known?: ReadonlyMap<number | string, number>) => Stationary<Lengths>,
): Stationary<Lengths> {
  let [before, known]: [number?, Map<number | string, number>?] = [];
  for (let spread = narrowest, more = 0; ; spread += more) {
    const levels = Math.log(1e-10) / Math.log(load) / servers + spread;
    const states = levels * binomial(spread + servers - 1, servers - 1);
    if (!(states <= mostStates)) {
      throw new NotCovered(
        `about ${states.toPrecision(2)} combinations of queue lengths are too many states`,
      );
    }
    const chain = chainOf(spread, known);
    const cut = chance(chain, lengths => lengths[servers - 1] - lengths[0] === spread);
    if (cut <= mostCut) return chain;
    const steps = before === undefined ? 1 : Math.log(mostCut / cut) / Math.log(cut / before);
    more = Math.max(1, Math.ceil((before === undefined ? wider : more) * steps));
    before = cut;
    known = new Map(chain.map(({ state, probability }) => [keyOf(state), probability]));
  }
}

/** Queues grow together: all c are this long about as seldom as load^(c times the length). */
const longestOf = (load: number, servers: number, choices: number, spread: number): number =>
  Math.ceil(Math.log(1e-10) / Math.log(load) / servers + (choices < servers ? spread : spread / 2) + 2);

/** What tells lengths apart: a number where one can, which is found faster than text. */
function numbered({ servers, choices }: ShortestQueue, load: number): (lengths: Lengths) => number | string {
  let spread = narrowest;
  while (binomial(spread + servers - 1, servers - 1) <= mostStates) spread++;
  const base = longestOf(load, servers, choices, spread) + 1;
  if (base ** servers > Number.MAX_SAFE_INTEGER) return String;
  return lengths => lengths.reduce((key, length) => key * base + length, 0);
}

const sum = (lengths: Lengths): number => lengths.reduce((total, length) => total + length, 0);

function binomial(n: number, k: number): number {
  if (k > n) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product *= (n - k + i) / i;
  return Math.round(product);
}
