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
  /** From when on it asks for the next. */
  asks: number;
  dead: boolean;
  /** It takes nobody before. */
  awayUntil: number;
  factor: number;
  /** Whom it served last, and until when; -1: nobody yet. */
  last: number;
}

/** Servers that have done nothing yet. */
export const freshServers = (count: number): Server[] =>
  Array.from({ length: count }, () => ({
    ...{ hands: [], untold: [], end: Number.POSITIVE_INFINITY, free: Number.NEGATIVE_INFINITY, last: -1 },
    asks: Number.NEGATIVE_INFINITY,
    ...{ dead: false, awayUntil: Number.NEGATIVE_INFINITY, factor: 1 },
  }));

/** The server that has been free longest; undefined when none is. */
export function freeServer(pool: readonly Server[], now: number): Server | undefined {
  let longest: Server | undefined;
  for (const server of pool) {
    const isFree = !server.dead && server.hands.length === 0 && server.asks <= now && server.awayUntil <= now;
    if (isFree && (longest === undefined || server.asks < longest.asks)) longest = server;
  }
  return longest;
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
