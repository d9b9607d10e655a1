import { distributionOf } from '../../distributions/index.js';
import type { SingleStation } from '../../scenario/single-station.js';
import { bucketOrigin } from '../../statistics/histogram.js';
import { Customers } from '../../workload/customers.js';
import { Events } from './events.js';
import { Recursion } from './recursion.js';
import type { Replication, StationSetup } from './replication.js';

export type Algorithm = 'recursion' | 'events';

/** Everything a thread needs to run replications: plain data, so that it can be posted. */
export interface Job {
  readonly station: SingleStation;
  readonly seed: number;
  readonly algorithm: Algorithm;
}

/** The recursion wherever it applies: it is faster, and the event engine is checked against it. */
export const algorithmFor = (station: SingleStation): Algorithm =>
  station.capacity === undefined ? 'recursion' : 'events';

export function stationSetup(station: SingleStation): StationSetup {
  return {
    servers: station.servers === 'infinite' ? Number.POSITIVE_INFINITY : station.servers,
    capacity: station.capacity ?? Number.POSITIVE_INFINITY,
    origin: bucketOrigin(distributionOf(station.service).mean),
  };
}

export function customersOf({ station, seed }: Job, replication: number): Customers {
  return new Customers(station.arrivals, station.service, seed, replication, station.className);
}

export function replicationOf(job: Job, replication: number): Replication {
  const customers = customersOf(job, replication);
  const setup = stationSetup(job.station);
  return job.algorithm === 'recursion' ? new Recursion(customers, setup) : new Events(customers, setup);
}
