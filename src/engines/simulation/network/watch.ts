import type { Ledger } from '../ledger.js';
import type { Network } from './network.js';
import type { Listener } from './station.js';
import { Leased } from './stations/leased.js';
import { Servers } from './stations/servers.js';
import { Stretch } from './stretch.js';

/**
 * Counts who is at each station, and in its line, event by event, for Little's law: the areas under these numbers know
 * nothing of the times of single customers, from which the books are kept. It hears of those who come from the doors of
 * the stations and of those who leave from the books, so of nothing that a fast loop does by itself.
 */
export class Watch implements Listener {
  private readonly network: Network;
  private readonly classes: number;
  /** Undefined where work is on lease: there one customer comes with every delivery, and for the books once. */
  private readonly stations: readonly (Watched | undefined)[];
  private stretches: readonly Stretch[] = [];

  /** Of the first `stations` of the network. */
  constructor(network: Network, classes: number, stations: number) {
    this.network = network;
    this.classes = classes;
    this.stations = network.stations
      .slice(0, stations)
      .map(station =>
        station instanceof Leased
          ? undefined
          : new Watched(station instanceof Servers && station.isPlain ? station : undefined),
      );
  }

  comes(station: number): void {
    this.stations[station]?.changes(1, this.network.clock[0]);
  }

  leaves(station: number): void {
    this.stations[station]?.changes(-1, this.network.clock[0]);
  }

  /** What follows is watched, and belongs to this batch. */
  open(ledgers: readonly Ledger[], batch: number, now: number): void {
    const { classes, network, stations } = this;
    const { station, handles } = network.population;
    const present = new Float64Array(stations.length);
    for (let customer = 0; customer < handles; customer++)
      if (station[customer] >= 0 && station[customer] < present.length) present[station[customer]]++;
    for (const [at, watched] of stations.entries()) watched?.begin(present[at], now);
    this.stretches = stations.map(
      (_, at) => new Stretch(ledgers.slice(at * classes, (at + 1) * classes), batch),
    );
  }

  /** What was watched ends; the books are closed. */
  close(now: number): void {
    for (const [at, watched] of this.stations.entries()) {
      if (watched === undefined) continue;
      watched.pass(now);
      this.stretches[at].end(watched.area, watched.lineArea);
    }
  }
}

/** A station that is watched. */
class Watched {
  area = 0;
  /** Absent where those who wait stand in no line that is theirs alone. */
  lineArea: number | undefined;
  private readonly plain: Servers | undefined;
  private present = 0;
  private since = 0;

  constructor(plain: Servers | undefined) {
    this.plain = plain;
  }

  begin(present: number, now: number): void {
    this.present = present;
    this.since = now;
    this.area = 0;
    this.lineArea = this.plain && 0;
  }

  /** Somebody comes or leaves now. */
  changes(by: 1 | -1, now: number): void {
    this.pass(now);
    this.present += by;
  }

  pass(now: number): void {
    const length = now - this.since;
    this.area += this.present * length;
    if (this.plain) this.lineArea = (this.lineArea ?? 0) + this.plain.line.size * length;
    this.since = now;
  }
}
