import { chance, markovChain, mean, type Transition } from './markov-chain.js';

/** Of each station: the number waiting before it, and what its server does. */
interface LineState {
  readonly buffers: readonly number[];
  readonly servers: readonly ('works' | 'starved' | 'blocked')[];
}

export interface Line {
  /** Service rates, per second. */
  readonly rates: readonly number[];
  /** Places between neighbours. */
  readonly buffers: readonly number[];
}

/**
 * A line of exponential stations, the first never short of work: a server that cannot pass its piece on keeps
 * it and stands still (blocking after service; G. C. Hunt, Operations Research 4 (1956); not checked).
 */
export function saturatedLine({ rates, buffers }: Line) {
  const last = rates.length - 1;
  const start: LineState = {
    buffers: rates.map(() => 0),
    servers: rates.map((_, i) => (i === 0 ? 'works' : 'starved')),
  };
  const chain = markovChain(start, state =>
    state.servers.flatMap((server, i): Transition<LineState>[] =>
      server === 'works' ? [{ to: finish(state, i, buffers), rate: rates[i] }] : [],
    ),
  );
  const share = (doing: string) => rates.map((_, i) => chance(chain, ({ servers }) => servers[i] === doing));
  return {
    throughput: rates[last] * chance(chain, ({ servers }) => servers[last] === 'works'),
    busy: share('works'),
    blocked: share('blocked'),
  };
}

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
  readonly rates: readonly [number, number];
  /** Places between the two. */
  readonly buffer: number;
  /** Most customers at the first station, the one in service or blocked included. */
  readonly capacity: number;
}

/** Poisson arrivals to two exponential stations with blocking after service, the first of limited capacity. */
export function limitedTandem({ arrivalRate, rates: [mu1, mu2], buffer, capacity }: TandemPair) {
  const full = buffer + 1;
  const chain = markovChain({ first: 0, second: 0, blocked: false }, ({ first, second, blocked }) => [
    ...(first < capacity ? [{ to: { first: first + 1, second, blocked }, rate: arrivalRate }] : []),
    ...(first > 0 && !blocked
      ? [
          {
            to:
              second < full
                ? { first: first - 1, second: second + 1, blocked }
                : { first, second, blocked: true },
            rate: mu1,
          },
        ]
      : []),
    ...(second > 0
      ? [
          {
            to: blocked
              ? { first: first - 1, second, blocked: false }
              : { first, second: second - 1, blocked },
            rate: mu2,
          },
        ]
      : []),
  ]);
  const meanAtFirst = mean(chain, ({ first }) => first);
  const meanAtSecond = mean(chain, ({ second }) => second);
  const probabilityOfLoss = chance(chain, ({ first }) => first === capacity);
  const throughput = arrivalRate * (1 - probabilityOfLoss);
  return {
    throughput,
    meanAtFirst,
    meanAtSecond,
    probabilityOfLoss,
    probabilityFirstBlocked: chance(chain, ({ blocked }) => blocked),
    meanSojourn: (meanAtFirst + meanAtSecond) / throughput,
  };
}
