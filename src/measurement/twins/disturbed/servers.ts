/** One server of a queue in which things go wrong. */
export interface Server {
  /** Customers that it has taken; the first is in service. */
  readonly hands: number[];
  /** Customers that it has served and not acknowledged: they come again if it dies. */
  untold: number[];
  /** Of the service of the first. */
  end: number;
  /** Since when it has been free. */
  free: number;
  /** From when on it asks for the next, and whose turn it is among those who ask at the same time. */
  asks: number;
  turn: number;
  /** It serves nobody any more. */
  dead: boolean;
  /** It is given nobody any more. */
  gone: boolean;
  /** It takes nobody before. */
  awayUntil: number;
  factor: number;
  /** Whom it served last, and until when; -1: nobody yet. */
  last: number;
}

/** Servers that have done nothing yet. */
export const freshServers = (count: number): Server[] =>
  Array.from({ length: count }, (_, turn) => ({
    ...{ hands: [], untold: [], end: Number.POSITIVE_INFINITY, free: Number.NEGATIVE_INFINITY, last: -1 },
    ...{ asks: Number.NEGATIVE_INFINITY, turn },
    ...{ dead: false, gone: false, awayUntil: Number.NEGATIVE_INFINITY, factor: 1 },
  }));

/** Negative where the first is before the second; two that have served nobody yet differ by NaN, and so not. */
export type Order = (a: Server, b: Server) => number;

export const longestAsking: Order = (a, b) => a.asks - b.asks || a.turn - b.turn;

/** Among those who hold as many, whoever has served nobody for longest. */
export const fewestHeld: Order = (a, b) => a.hands.length - b.hands.length || a.free - b.free;

/** The first server that has room for one more; undefined when none has. */
export function serverWithRoom(
  pool: readonly Server[],
  now: number,
  room: number,
  order: Order,
): Server | undefined {
  let first: Server | undefined;
  for (const server of pool) {
    const hasRoom =
      !server.gone && server.hands.length < room && server.asks <= now && server.awayUntil <= now;
    if (hasRoom && (first === undefined || order(server, first) < 0)) first = server;
  }
  return first;
}

/**
 * The server that stands for a consumer. Equal servers have no names: it is the one that served last whom that
 * consumer was seen to serve last.
 *
 * @param consumer from 1
 * @param seen which consumer served each customer, from 0; -1 where none was seen
 */
export function serverOf(pool: readonly Server[], consumer: number, seen?: Int32Array): Server {
  let latest: Server | undefined;
  for (const server of pool) {
    if (seen === undefined || server.dead || seen[server.last] !== consumer - 1) continue;
    if (latest === undefined || server.free > latest.free) latest = server;
  }
  return latest ?? pool[consumer - 1];
}
