import { column, type Ledger } from '../ledger.js';
import type { Books } from './books.js';
import { Journeys } from './journeys.js';
import type { Network } from './network.js';
import type { Bookkeeping, FailedJourney } from './station.js';
import { Page, Stock, settle } from './tally.js';

/**
 * Writes what happens to customers into the ledgers of the batch at hand: at each station as what they are
 * there, and of their journeys. Time averages cost nothing on the way (`settle`).
 */
export class Visits implements Bookkeeping {
  private readonly network: Network;
  readonly classes: number;
  /** Those that keep books: forks serve nobody. */
  private readonly stations: number;
  private readonly places: number;
  /** Absent where journeys are visits. */
  private readonly journeys: Journeys | undefined;
  private ledgers: readonly Ledger[] = [];
  /** Of the batch at hand, station by station, class by class. */
  readonly pages: readonly Page[];
  private batch = -1;
  private stock: Stock;
  /** When the batch at hand began. */
  private before: Stock;
  /** By ledger, in this batch: time that those lost have spent at the station. */
  private readonly timeOfLost: Float64Array;

  /** @param origin of the histograms' buckets */
  constructor(network: Network, { stations, classes, journeys }: Books, origin: number) {
    this.network = network;
    this.classes = classes.length;
    this.stations = stations.length;
    this.places = stations.length * classes.length;
    this.pages = Array.from({ length: this.places }, () => new Page(origin));
    this.journeys = journeys ? new Journeys(network, classes.length, this.places, origin) : undefined;
    this.stock = new Stock(this.places);
    this.before = this.stock;
    this.timeOfLost = new Float64Array(this.places);
  }

  /** Whether somebody listens in on the books, who has put a function of its own there. */
  get isHeard(): boolean {
    return Object.hasOwn(this, 'visitEnds');
  }

  /** Whether journeys have ledgers of their own. */
  get keepsJourneys(): boolean {
    return this.journeys !== undefined;
  }

  /** What follows belongs to this batch, which may be the one before, gone on with. */
  open(ledgers: readonly Ledger[], batch: number): void {
    if (batch === this.batch && ledgers === this.ledgers) return;
    this.before = this.stock;
    this.ledgers = ledgers;
    for (const [place, page] of this.pages.entries()) page.turn(ledgers[place], batch);
    this.batch = batch;
    this.timeOfLost.fill(0);
    this.journeys?.open(ledgers, batch);
  }

  visitEnds(customer: number): void {
    const { population, clock } = this.network;
    this.network.watch?.leaves(population.station[customer]);
    const joined = population.joined[customer];
    const wait = population.began[customer] - joined;
    if (this.journeys !== undefined) population.waited[customer] += wait;
    const page = this.pages[this.placeOf(customer)];
    page.waits[page.count] = wait > 0 ? wait : 0;
    page.sojourns[page.count] = clock[0] - joined;
    page.next();
  }

  journeyEnds(customer: number): void {
    if (this.journeys !== undefined) this.journeys.ends(customer);
  }

  givesUp(customer: number): void {
    const { population, clock } = this.network;
    population.began[customer] = clock[0];
    this.visitEnds(customer);
    this.count(customer, column.abandoned);
    this.journeys?.fails(customer, 'abandoned');
  }

  withdrawn(customer: number): void {
    const { population, clock } = this.network;
    const waits = Number.isNaN(population.began[customer]);
    if (waits) population.began[customer] = clock[0];
    this.visitEnds(customer);
    if (waits) this.count(customer, column.abandoned);
  }

  /** What follows has begun with the customers who are there now. */
  begin(): void {
    this.stock = this.stockAt(0);
    this.journeys?.begin();
  }

  failed(customer: number, service: number): void {
    const page = this.pages[this.placeOf(customer)];
    page.add(column.failed, 1);
    page.add(column.wasted, service);
    this.journeys?.inVain(this.network.population.origin[customer], 1, service);
  }

  inVain(origin: number, attempts: number, service: number): void {
    this.journeys?.inVain(origin, attempts, service);
  }

  journeyFails(customer: number, how: FailedJourney): void {
    this.journeys?.fails(customer, how);
  }

  deadLettered(customer: number): void {
    this.journeys?.fails(customer, 'dead');
  }

  turnedAway(customer: number): void {
    this.lost(customer, 'lost');
  }

  baulks(customer: number): void {
    this.lost(customer, 'baulked');
  }

  private lost(customer: number, how: 'lost' | 'baulked'): void {
    const { population, clock, watch } = this.network;
    watch?.leaves(population.station[customer]);
    this.count(customer, column[how]);
    this.timeOfLost[this.placeOf(customer)] += clock[0] - population.joined[customer];
    this.journeys?.fails(customer, how);
  }

  /** Closes the batch, or what there is of it, at `end` seconds. */
  close(end: number): void {
    const after = this.stockAt(end);
    for (let place = 0; place < this.places; place++) {
      this.pages[place].sum();
      const lost = { time: this.timeOfLost[place], work: 0 };
      settle(this.ledgers[place], this.batch, place, [this.before, after], lost);
    }
    this.stock = after;
    for (let station = 0; station < this.stations; station++) {
      const { sums, width } = this.ledgers[station * this.classes];
      this.network.stations[station].staff?.settle(sums, this.batch * width, end);
    }
    this.journeys?.close(end);
  }

  private stockAt(now: number): Stock {
    const { population, stations } = this.network;
    const stock = new Stock(this.places);
    for (let customer = 0; customer < population.handles; customer++) {
      const station = population.station[customer];
      if (station < 0 || station >= this.stations) continue;
      const place = this.placeOf(customer);
      stock.add(place, now - population.joined[customer], stations[station].attained(customer, now));
    }
    return stock;
  }

  private placeOf(customer: number): number {
    const { population } = this.network;
    return population.station[customer] * this.classes + population.class[customer];
  }

  private count(customer: number, what: number): void {
    const { sums, width } = this.ledgers[this.placeOf(customer)];
    sums[this.batch * width + what]++;
  }
}
