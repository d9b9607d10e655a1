/** A station of the network: customers enter, are served in the order of its discipline, and go on. */
export interface Station {
  /** Customers waiting or in service. */
  readonly present: number;
  /** A customer comes. It may be turned away. */
  enter(customer: number): void;
  /** The service of a customer that the station scheduled by its handle is over. */
  finish(customer: number): void;
  /** Service that a customer present has received so far, in seconds of one server. */
  attained(customer: number, now: number): number;
  /** The servers over time, where their number is worth keeping books on. */
  readonly staff?: StaffBooks;
}

/** Books on the servers of a station. */
export interface StaffBooks {
  /** Most servers ever paid for at a time. */
  readonly most: number;
  /** Writes what has passed until `end`, since it was called last, into the sums of a batch from `base` on. */
  settle(sums: Float64Array, base: number, end: number): void;
}

/** Something other than a customer for which events are scheduled. */
export interface Agent {
  act(): void;
}

/** Where customers go from a station. */
export interface Route {
  /** The number of the next station; -1: the customer leaves. */
  next(customer: number): number;
}

export const leaving = -1;

/** Where customers come from. */
export interface Emitter {
  /** When the next one comes: one number. */
  readonly next: Float64Array;
  /** The next customer arrives. */
  emit(): void;
}

/** The one from which the next customer comes; of several at the same time the first in the list. */
export function earliest<S extends Emitter>(sources: readonly S[]): S {
  let first = sources[0];
  for (let i = 1; i < sources.length; i++) if (sources[i].next[0] < first.next[0]) first = sources[i];
  return first;
}

/** Who hears of visits to stations, by number, as they begin, whether or not there is room, and as they end. */
export interface Listener {
  comes(station: number): void;
  leaves(station: number): void;
}

/** How a journey ends without success, as the ledgers count it. */
export type FailedJourney = 'abandoned' | 'lost' | 'baulked' | 'dead';

/** What happens to customers, told as it happens. */
export interface Bookkeeping {
  /** The customer has been served at its station: its wait ended at `began`, its sojourn ends now. */
  visitEnds(customer: number): void;
  /** The customer leaves the network. */
  journeyEnds(customer: number): void;
  /** The customer leaves the line, and the network, without having been served. */
  givesUp(customer: number): void;
  /** The part of a forked customer leaves its station before its service ends, or begins: it is not needed any more. */
  withdrawn(customer: number): void;
  /** So many seconds of service of the customer were in vain, up to now. */
  failed(customer: number, service: number): void;
  /** So many attempts, and seconds of service, of customers who entered as this class were in vain. */
  inVain(origin: number, attempts: number, service: number): void;
  /** The customer, who is at no station, gets no answer and leaves. */
  journeyFails(customer: number, how: FailedJourney): void;
  /** The customer leaves the network because of how many it finds at its station. */
  baulks(customer: number): void;
  /** The customer leaves the network, because its work has failed too often. */
  deadLettered(customer: number): void;
  /** The customer leaves the network because its station has no room, at once or after some tries. */
  turnedAway(customer: number): void;
}
