import { passedOn } from '../listening.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';

/**
 * A station that knows how much work is left in it, in seconds of one server: it grows by what newcomers need
 * and shrinks by one second a second for every server that is busy, whatever the order of service. That holds
 * where servers are equal and never idle while somebody waits, and where everyone who comes in is served.
 */
export class WorkMeter implements Station {
  readonly work = new Float64Array(1);
  private readonly network: Network;
  private readonly station: Station;
  private readonly servers: number;
  private readonly at = new Float64Array(1);
  private inside = 0;

  /** The meter of a station; there is one, however many routes look at it. */
  static at(network: Network, number: number, servers: number): WorkMeter {
    const station = network.stations[number];
    if (station instanceof WorkMeter) return station;
    const meter = new WorkMeter(network, station, servers);
    network.stations[number] = meter;
    const { books } = network;
    network.books = {
      ...passedOn(books),
      visitEnds: customer => {
        if (network.population.station[customer] === number) meter.lose();
        books.visitEnds(customer);
      },
    };
    return meter;
  }

  private constructor(network: Network, station: Station, servers: number) {
    this.network = network;
    this.station = station;
    this.servers = servers;
  }

  get present(): number {
    return this.station.present;
  }

  enter(customer: number): void {
    const before = this.station.present;
    this.update();
    this.station.enter(customer);
    if (this.station.present === before) return;
    this.work[0] += this.network.population.demand[customer];
    this.inside++;
  }

  finish(customer: number): void {
    this.station.finish(customer);
  }

  attained(customer: number, now: number): number {
    return this.station.attained(customer, now);
  }

  /** Brings `work` up to now. */
  update(): void {
    const now = this.network.clock[0];
    const busy = this.inside < this.servers ? this.inside : this.servers;
    const left = this.work[0] - busy * (now - this.at[0]);
    this.work[0] = left > 0 && this.inside > 0 ? left : 0;
    this.at[0] = now;
  }

  private lose(): void {
    this.update();
    this.inside--;
    if (this.inside === 0) this.work[0] = 0;
  }
}
