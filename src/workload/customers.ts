import { arrivalProcessOf } from '../arrivals/index.js';
import { distributionOf } from '../distributions/index.js';
import { streamFor } from '../random/index.js';
import type { SingleStation } from '../scenario/single-station.js';

/** Customers in a block. */
export const blockSize = 256;

/**
 * The customers of one class at its station, a block at a time: when each arrives and the service it brings.
 *
 * A customer's service time is drawn whether or not it is served, from a stream of its own, so the same
 * customers come whatever the servers, the capacity or the engine: simulation and live run replay the same
 * ones, and two scenarios can be compared customer by customer.
 */
export class Customers {
  /** Seconds from the start; the current block. */
  readonly arrivals = new Float64Array(blockSize);
  /** Seconds. */
  readonly services = new Float64Array(blockSize);
  private readonly fillArrivals: (block: Float64Array) => void;
  private readonly fillServices: (block: Float64Array) => void;
  private clock = 0;

  constructor(station: SingleStation, seed: number, replication: number) {
    const { className, stationName } = station;
    const source = arrivalProcessOf(station.arrivals).source(
      streamFor(seed, `arrivals/${className}`, replication),
    );
    const law = distributionOf(station.service);
    const stream = streamFor(seed, `services/${stationName}/${className}`, replication);
    this.fillArrivals = block => source.fill(block);
    this.fillServices = block => law.fill(block, stream);
  }

  /** Replaces both blocks by the next customers. */
  next(): void {
    const { arrivals } = this;
    this.fillArrivals(arrivals);
    let clock = this.clock;
    for (let i = 0; i < blockSize; i++) {
      clock += arrivals[i];
      arrivals[i] = clock;
    }
    this.clock = clock;
    this.fillServices(this.services);
  }
}

/** The first customers as plain columns: what a live run sends and its twin serves. */
export function firstCustomers(
  customers: Customers,
  count: number,
): { arrivals: Float64Array; services: Float64Array } {
  const arrivals = new Float64Array(count);
  const services = new Float64Array(count);
  for (let done = 0; done < count; done += blockSize) {
    customers.next();
    const part = Math.min(blockSize, count - done);
    arrivals.set(customers.arrivals.subarray(0, part), done);
    services.set(customers.services.subarray(0, part), done);
  }
  return { arrivals, services };
}

/** How many of the next customers arrive within so many seconds from the start. */
export function countWithin(customers: Customers, seconds: number): number {
  for (let count = 0; ; count += blockSize) {
    customers.next();
    const beyond = customers.arrivals.findIndex(time => time > seconds);
    if (beyond >= 0) return count + beyond;
  }
}
