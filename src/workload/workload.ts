import type { OnlyStation } from '../scenario/single-station.js';
import { isClosed } from '../scenario/supply-rate.js';
import type { LiveSpec } from '../scenario/type.js';
import type { ClientWork } from './client-work.js';
import type { ComesAgain } from './comes-again.js';
import { Customers, countWithin, firstCustomers } from './customers.js';

/** Messages that are sent when a schedule says so, whatever the queue does: an open loop. */
export interface Schedule {
  /** Seconds from the start, non-decreasing; 0 for the backlog. */
  readonly intended: Float64Array;
  /** Seconds. */
  readonly services: Float64Array;
  /** How many of them, from the first on, are in the queue when the consumers begin. Absent: none. */
  readonly backlog?: number;
  /** Absent: who finds no room is lost. */
  readonly again?: ComesAgain;
}

/** What a live run sends. */
export type Workload = Schedule | ClientWork;

export const isOfClients = (workload: Workload): workload is ClientWork => 'clients' in workload;

export const countOf = (workload: Workload): number =>
  isOfClients(workload) ? workload.messages : workload.intended.length;

/**
 * The first customers of the scenario: where they arrive, those that the simulation's first replication serves too. A
 * backlog comes on top of the messages that are asked for, or of all that arrive within the duration.
 */
export function workloadOf(
  { customers, backlog, retry, ...station }: OnlyStation,
  { messages, duration = 0 }: Pick<LiveSpec, 'messages' | 'duration'>,
  seed: number,
): Workload {
  if (isClosed(customers)) {
    const { clients, think } = customers;
    const { className, stationName, service } = station;
    // The length of a run with clients is never given as a time.
    return {
      clients,
      messages: messages ?? 0,
      draws: { className, stationName, service, ...(think && { think }), seed },
    };
  }
  const source = () => new Customers({ ...station, arrivals: customers.arrivals }, seed, 0);
  const count = backlog + (messages ?? Math.max(1, countWithin(source(), duration)));
  const { arrivals, services } = firstCustomers(source(), count);
  const again = retry && { again: { className: station.className, retry, seed } };
  if (backlog === 0) return { intended: arrivals, services, ...again };
  const intended = new Float64Array(count);
  intended.set(arrivals.subarray(0, count - backlog), backlog);
  return { intended, services, backlog, ...again };
}
