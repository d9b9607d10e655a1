import type { Scenario } from '../../../scenario/type.js';
import type { Ledger } from '../ledger.js';
import type { Replication } from '../replication.js';
import { booksOf, firstOfSystem } from './books.js';
import { networkOf } from './build.js';
import type { Census } from './census.js';
import type { Network } from './network.js';
import { PlainLoop } from './plain-loop.js';
import { SharingLoop } from './sharing-loop.js';
import { Stretch } from './stretch.js';
import type { Visits } from './visits.js';
import { Watch } from './watch.js';

/** The share of every stretch in which a network is watched that has a loop of its own, which tells nobody anything. */
const watchedShare = 1 / 128;

/** One run of a network of stations from empty, by events. */
export class NetworkRun implements Replication {
  private readonly network: Network;
  private readonly visits: Visits;
  private readonly census: Census | undefined;
  private readonly ledgerOfSystem: number;
  private watch: Watch | undefined;
  /** Whoever moves the customers. */
  private loop: PlainLoop | SharingLoop | Network | undefined;
  /** That keep books. */
  private readonly stations: number;

  constructor(scenario: Scenario, seed: number, replication: number, origin: number) {
    const { network, visits, census } = networkOf(scenario, seed, replication, origin);
    this.network = network;
    this.census = census;
    this.ledgerOfSystem = firstOfSystem(booksOf(scenario));
    this.visits = visits;
    this.stations = booksOf(scenario).stations.length;
  }

  /** Customers in the system. */
  get present(): number {
    return this.network.stations.reduce((sum, station) => sum + station.present, 0);
  }

  /** Most servers paid for at a time so far, by station; undefined where their number is not kept. */
  get mostServers(): (number | undefined)[] {
    return this.network.stations.map(({ staff }) => staff?.most);
  }

  advance(ledgers: readonly Ledger[], batch: number, start: number, end: number): void {
    const { network, visits, census } = this;
    visits.open(ledgers, batch);
    census?.open(ledgers[this.ledgerOfSystem], batch);
    this.loop ??= PlainLoop.of(network) ?? SharingLoop.of(network) ?? network;
    if (this.loop instanceof SharingLoop) this.share(this.loop, ledgers, batch, end);
    else {
      const upTo = this.loop === network ? end : start + (end - start) * watchedShare;
      this.runWatched(ledgers, batch, start, upTo);
      if (upTo < end) this.loop.advance(end);
      if (upTo < end) visits.close(end);
    }
    census?.close(end);
  }

  /** Runs until `end` by the loop for all, so that every event can be heard of. */
  private runWatched(ledgers: readonly Ledger[], batch: number, start: number, end: number): void {
    const { network, visits } = this;
    this.watch ??= new Watch(network, visits.classes, this.stations);
    network.watch = this.watch;
    this.watch.open(ledgers, batch, start);
    network.advance(end);
    visits.close(end);
    this.watch.close(end);
  }

  /** Runs until `end` by a loop that counts for itself. */
  private share(loop: SharingLoop, ledgers: readonly Ledger[], batch: number, end: number): void {
    const stretch = new Stretch(ledgers, batch);
    loop.advance(end);
    this.visits.close(end);
    stretch.end(loop.area);
  }
}
