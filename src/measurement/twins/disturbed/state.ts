import type { FaultSpec } from '../../../scenario/type.js';
import type { Lateness } from '../lateness.js';
import type { Server } from './servers.js';

export interface DisturbedInput {
  /** Seconds, non-decreasing. */
  readonly arrivals: Float64Array;
  readonly services: Float64Array;
  readonly servers: number;
  readonly faults: readonly FaultSpec[];
  /** Seconds after which what a dead or silent server holds goes to the head of the queue; absent: never. */
  readonly lease?: number;
  /** Customers that a server takes at once, if so many wait. Absent: 1. */
  readonly batch?: number;
  /** Customers that a server may hold, the one in service among them. Absent: it takes none before the last is served. */
  readonly room?: number;
  /** Whether the next goes to the server that holds the fewest, and not to the one that has asked for longest. */
  readonly fewestFirst?: boolean;
  /** Whether whoever gives out the customers does not hear of a death: the dead get some, too, until the lease runs out. */
  readonly unheard?: boolean;
  /** Where it decides who goes along in a batch. Absent: nobody is late. */
  readonly lateness?: Lateness;
  /** Customers that a server acknowledges together, or after so many seconds. Absent: each at its end. */
  readonly together?: { readonly every: number; readonly within: number };
  /** Whether those who wait are gone when the queue itself is killed. */
  readonly forgets?: boolean;
  /** Which consumer served each customer, -1 where none was seen: so the right server suffers. */
  readonly seen?: Int32Array;
}

export interface Happening {
  /** Seconds. */
  readonly time: number;
  readonly act: () => void;
}

/** The state of a disturbed queue, on which what happens acts. */
export interface DisturbedState {
  readonly pool: readonly Server[];
  /** Numbers of those who wait, the next first. */
  readonly queue: number[];
  /** Something that happens later. */
  readonly later: (time: number, act: () => void) => void;
}
