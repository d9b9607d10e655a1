import { list, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { chance, markovChain, mean, type Transition } from './markov-chain.js';

/** Of each station: the number waiting before it, and what its server does. */
interface LineState {
  readonly buffers: readonly number[];
  readonly servers: readonly ('works' | 'starved' | 'blocked')[];
}

export interface Line {
  /** Service rates, per second. */
  readonly rates: readonly number[];
  /** Places between neighbours: one fewer than stations. */
  readonly buffers: readonly number[];
}

/** A server that cannot pass its piece on keeps it and stands still. */
export const saturatedLine = formula({
  kendall: 'tandem with blocking, saturated',
  name: 'a line of exponential stations with little room between, the first never short of work',
  exactness: 'exact',
  assumptions: [
    'exponential service times',
    'the first station never waits for work, the last is never blocked',
    'blocking after service: who finds no room keeps its server',
  ],
  formula: 'the Markov chain on the buffers and on who works, is starved or is blocked',
  breaks: 'Steadier services block less than it says, and pass on more.',
  sources: [{ ref: 'hunt1956', at: 'finite queues in sequence' }],
  parameters: { rates: list(rate, 1, 20), buffers: list(whole(0, 1000), 0, 19) },
  solve: ({ rates, buffers }: Line) => {
    const last = rates.length - 1;
    const start: LineState = {
      buffers: rates.map(() => 0),
      servers: rates.map((_, i) => (i === 0 ? 'works' : 'starved')),
    };
    const room = rates.map((_, i) => buffers[i] ?? 0);
    const chain = markovChain(start, state =>
      state.servers.flatMap((server, i): Transition<LineState>[] =>
        server === 'works' ? [{ to: finish(state, i, room), rate: rates[i] }] : [],
      ),
    );
    const share = (doing: string) =>
      rates.map((_, i) => chance(chain, ({ servers }) => servers[i] === doing));
    return {
      throughput: rates[last] * chance(chain, ({ servers }) => servers[last] === 'works'),
      busy: share('works'),
      blocked: share('blocked'),
    };
  },
});

function finish(state: LineState, i: number, room: readonly number[]): LineState {
  const [buffers, servers] = [[...state.buffers], [...state.servers]];
  servers[i] = 'blocked';
  // A piece that moves on makes room, which may free the station before.
  for (let from = i; from >= 0 && servers[from] === 'blocked'; from--) {
    const to = from + 1;
    if (to < servers.length && servers[to] === 'starved') servers[to] = 'works';
    else if (to < servers.length && buffers[to] < room[from]) buffers[to]++;
    else if (to < servers.length) break;
    servers[from] = from === 0 || buffers[from] > 0 ? 'works' : 'starved';
    if (from > 0 && buffers[from] > 0) buffers[from]--;
  }
  return { buffers, servers };
}

export interface TandemPair {
  readonly arrivalRate: number;
  /** Of the two services, per second. */
  readonly first: number;
  readonly second: number;
  /** Places between the two. */
  readonly buffer: number;
  /** Most customers at the first station, the one in service or blocked included. */
  readonly capacity: number;
}

export const limitedTandem = formula({
  kendall: 'M/M/1/K to M/1 with blocking',
  name: 'two exponential stations with little room between and limited room before',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals; those who find the first station full are lost',
    'independent exponential service times',
    'blocking after service',
  ],
  formula: 'the Markov chain on the numbers at both stations and on whether the first is blocked',
  breaks: 'Steadier services block less than it says.',
  sources: [{ ref: 'hunt1956', at: 'finite queues in sequence' }],
  parameters: {
    arrivalRate: rate,
    first: rate,
    second: rate,
    buffer: whole(0, 1000),
    capacity: whole(1, 1000),
  },
  solve: ({ arrivalRate, first: mu1, second: mu2, buffer, capacity }: TandemPair) => {
    const full = buffer + 1;
    const start = { first: 0, second: 0, blocked: false };
    const chain = markovChain(start, ({ first, second, blocked }) => {
      const moves: Transition<typeof start>[] = [];
      if (first < capacity) moves.push({ to: { first: first + 1, second, blocked }, rate: arrivalRate });
      if (first > 0 && !blocked) {
        const on = second < full ? { first: first - 1, second: second + 1, blocked } : undefined;
        moves.push({ to: on ?? { first, second, blocked: true }, rate: mu1 });
      }
      if (second > 0) {
        const freed = { first: first - 1, second, blocked: false };
        moves.push({ to: blocked ? freed : { first, second: second - 1, blocked }, rate: mu2 });
      }
      return moves;
    });
    const meanAtFirst = mean(chain, ({ first }) => first);
    const meanAtSecond = mean(chain, ({ second }) => second);
    const probabilityOfLoss = chance(chain, ({ first }) => first === capacity);
    const throughput = mu2 * chance(chain, ({ second }) => second > 0);
    return {
      throughput,
      meanAtFirst,
      meanAtSecond,
      probabilityOfLoss,
      probabilityFirstBlocked: chance(chain, ({ blocked }) => blocked),
      meanSojourn: (meanAtFirst + meanAtSecond) / throughput,
    };
  },
});
