import type { FaultSpec } from '../../scenario/type.js';
import { emptyPath, type SamplePath } from './path.js';

export interface DisturbedInput {
  /** Seconds, non-decreasing. */
  readonly arrivals: Float64Array;
  readonly services: Float64Array;
  readonly servers: number;
  readonly faults: readonly FaultSpec[];
  /** Seconds after which what a dead or stopped server holds goes to the head of the queue; absent: never. */
  readonly lease?: number;
}

/** NaN where a customer was lost. */
export interface DisturbedPath extends SamplePath {
  readonly lost: number;
}

interface Server {
  /** In service; -1: nobody. */
  customer: number;
  end: number;
  free: number;
  dead: boolean;
  stoppedUntil: number;
  factor: number;
}

interface Moment {
  readonly time: number;
  readonly act: () => void;
}

/**
 * A first-come-first-served queue whose servers die, stop and slow down: M/M/c becomes M/M/(c - 1) at the moment
 * of a death. A customer that its server held goes back to the head of the queue when the lease has run out, or is
 * lost. Among free servers the one that has been free longest begins. A service that a stop caught ends when it
 * would have, or with the stop.
 */
export function disturbedQueue({
  arrivals,
  services,
  servers,
  faults,
  lease,
}: DisturbedInput): DisturbedPath {
  const { started, finished } = emptyPath(arrivals.length);
  started.fill(Number.NaN);
  finished.fill(Number.NaN);
  const pool: Server[] = Array.from({ length: servers }, () => ({
    ...{ customer: -1, end: Number.POSITIVE_INFINITY, free: Number.NEGATIVE_INFINITY },
    ...{ dead: false, stoppedUntil: Number.NEGATIVE_INFINITY, factor: 1 },
  }));
  const queue: number[] = [];
  const moments: Moment[] = [];
  const later = (time: number, act: () => void) => {
    moments.push({ time, act });
    moments.sort((a, b) => a.time - b.time);
  };
  const comesBack = (customer: number, time: number) => {
    if (lease !== undefined && customer >= 0) later(time, () => queue.unshift(customer));
  };
  for (const { fault, at, consumer, for: length = 1, factor = 3 } of faults) {
    const server = pool[consumer - 1];
    if (fault === 'kill')
      later(at, () => {
        server.dead = true;
        comesBack(server.customer, at + (lease ?? 0));
        server.customer = -1;
        server.end = Number.POSITIVE_INFINITY;
      });
    if (fault === 'pause')
      later(at, () => {
        const { customer } = server;
        server.stoppedUntil = at + length;
        if (customer >= 0) server.end = Math.max(server.end, at + length);
        if (lease === undefined || length <= lease || customer < 0) return;
        later(at + lease, () => {
          if (server.customer === customer) queue.unshift(customer);
        });
      });
    if (fault === 'slow') {
      later(at, () => {
        server.factor = factor;
      });
      later(at + length, () => {
        server.factor = 1;
      });
    }
  }

  let next = 0;
  for (;;) {
    const arrival = arrivals[next] ?? Number.POSITIVE_INFINITY;
    const end = pool.reduce((first, server) => Math.min(first, server.end), Number.POSITIVE_INFINITY);
    const moment = moments[0]?.time ?? Number.POSITIVE_INFINITY;
    const now = Math.min(arrival, end, moment);
    // Once nothing but faults is to come, they do no harm any more.
    if (now === Number.POSITIVE_INFINITY) break;
    if (end === now) depart(pool, now, finished);
    else if (moment === now) (moments.shift() as Moment).act();
    else queue.push(next++);
    begin(now);
    // A server that goes on after a stop may begin then.
    const waking = pool.filter(({ dead, stoppedUntil }) => !dead && stoppedUntil > now);
    if (queue.length > 0 && waking.length > 0 && moments.every(({ time }) => time > waking[0].stoppedUntil))
      later(Math.min(...waking.map(({ stoppedUntil }) => stoppedUntil)), () => {});
  }
  return { started, finished, lost: finished.filter(Number.isNaN).length };

  function begin(now: number): void {
    while (queue.length > 0) {
      const free = pool.filter(
        ({ dead, customer, stoppedUntil }) => !dead && customer < 0 && stoppedUntil <= now,
      );
      if (free.length === 0) return;
      const server = free.reduce((first, one) => (one.free < first.free ? one : first));
      const customer = queue.shift() as number;
      server.customer = customer;
      server.end = now + services[customer] * server.factor;
      if (Number.isNaN(started[customer])) started[customer] = now;
    }
  }
}

function depart(pool: readonly Server[], now: number, finished: Float64Array): void {
  const server = pool.find(({ end }) => end === now) as Server;
  if (Number.isNaN(finished[server.customer])) finished[server.customer] = now;
  server.customer = -1;
  server.free = now;
  server.end = Number.POSITIVE_INFINITY;
}
