import { distributionOf } from '../../distributions/index.js';
import { serviceOf } from '../../scenario/service-of.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { bucketOrigin } from '../../statistics/histogram.js';
import { Customers } from '../../workload/customers.js';
import type { LedgerShape } from './ledger.js';
import { booksOf, shapesOf } from './network/books.js';
import { NetworkRun } from './network/network-run.js';
import { Recursion } from './recursion.js';
import type { Replication } from './replication.js';

export type Algorithm = 'recursion' | 'events';

/** Everything a thread needs to run replications: plain data, so that it can be posted. */
export interface Job {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly algorithm: Algorithm;
}

/** The recursion wherever it applies: it is faster, and the event engine is checked against it. */
export function algorithmFor(scenario: Scenario): Algorithm {
  const station = singleStation(scenario);
  if (typeof station === 'string' || scenario.run.states !== undefined) return 'events';
  return station.discipline === 'fcfs' && station.capacity === undefined ? 'recursion' : 'events';
}

/** Ledgers of one replication: for each what it keeps. */
export const ledgersOf = ({ scenario }: Job): readonly LedgerShape[] => shapesOf(booksOf(scenario));

/** Bucket origin of the histograms: the shortest mean service decides. */
export function originOf(scenario: Scenario): number {
  const means = Object.values(scenario.stations).flatMap(station =>
    Object.keys(scenario.classes).map(className => distributionOf(serviceOf(station, className)).mean),
  );
  return bucketOrigin(Math.min(...means.filter(mean => mean > 0 && Number.isFinite(mean))));
}

export function replicationOf({ scenario, seed, algorithm }: Job, replication: number): Replication {
  const origin = originOf(scenario);
  const station = singleStation(scenario);
  if (algorithm === 'events' || typeof station === 'string')
    return new NetworkRun(scenario, seed, replication, origin);
  const servers = station.servers === 'infinite' ? Number.POSITIVE_INFINITY : station.servers;
  return new Recursion(new Customers(station, seed, replication), servers, origin);
}
