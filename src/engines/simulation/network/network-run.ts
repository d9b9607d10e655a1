import type { Scenario } from '../../../scenario/type.js';
import type { Ledger } from '../ledger.js';
import type { Replication } from '../replication.js';
import { booksOf, firstOfSystem } from './books.js';
import { networkOf } from './build.js';
import type { Census } from './census.js';
import type { Network } from './network.js';
import { PlainLoop } from './plain-loop.js';
import { SharingLoop } from './sharing-loop.js';
import type { Visits } from './visits.js';

/** One run of a network of stations from empty, by events. */
export class NetworkRun implements Replication {
  private readonly network: Network;
  private readonly visits: Visits;
  private readonly census: Census | undefined;
  private readonly ledgerOfSystem: number;
  /** Whoever moves the customers. */
  private loop: PlainLoop | SharingLoop | Network | undefined;

  constructor(scenario: Scenario, seed: number, replication: number, origin: number) {
    const { network, visits, census } = networkOf(scenario, seed, replication, origin);
    this.network = network;
    this.census = census;
    this.ledgerOfSystem = firstOfSystem(booksOf(scenario));
    this.visits = visits;
  }

  /** Customers in the system. */
  get present(): number {
    return this.network.stations.reduce((sum, station) => sum + station.present, 0);
  }

  /** Most servers paid for at a time so far, by station; undefined where their number is not kept. */
  get mostServers(): (number | undefined)[] {
    return this.network.stations.map(({ staff }) => staff?.most);
  }

  advance(ledgers: readonly Ledger[], batch: number, _start: number, end: number): void {
    this.visits.open(ledgers, batch);
    this.census?.open(ledgers[this.ledgerOfSystem], batch);
    this.loop ??= PlainLoop.of(this.network) ?? SharingLoop.of(this.network) ?? this.network;
    this.loop.advance(end);
    this.visits.close(end);
    this.census?.close(end);
  }
}
