import type { RateOverTime } from '../../../arrivals/contract.js';

/** A number that changes with time in a known way, in the form of a rate: where it jumps it has its new value. */
export type OverTime = RateOverTime;

export const always = (value: number): OverTime => ({ at: () => value, peak: value, jumps: () => [] });

/** M(t)/M/c(t)/K, whose state is how many are there; per second, seconds, counts. */
export interface ClockedStation {
  readonly arrivals: OverTime;
  readonly meanService: number;
  /** Infinity where everyone is served at once. One that leaves while it serves finishes its customer first. */
  readonly servers: OverTime;
  readonly capacity: number;
}

/** What happens in a stretch of time, in the mean: integrals over it. */
export interface Passed {
  /** Customers who come, and those of them who are turned away and who find all servers busy. */
  readonly come: number;
  readonly lost: number;
  readonly wait: number;
  /** Of the numbers there, in line and in service. */
  readonly present: number;
  readonly queue: number;
  readonly busy: number;
  /** Services that ended. */
  readonly served: number;
  /** Of the servers there, busy or idle, those included that only finish. */
  readonly ready: number;
}

export const nothing: Passed = {
  come: 0,
  lost: 0,
  wait: 0,
  present: 0,
  queue: 0,
  busy: 0,
  served: 0,
  ready: 0,
};

export const added = (a: Passed, b: Passed): Passed => ({
  come: a.come + b.come,
  lost: a.lost + b.lost,
  wait: a.wait + b.wait,
  present: a.present + b.present,
  queue: a.queue + b.queue,
  busy: a.busy + b.busy,
  served: a.served + b.served,
  ready: a.ready + b.ready,
});
