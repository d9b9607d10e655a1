import { bucketCount, bucketOf } from '../../../statistics/histogram.js';
import { column, columnCount, type Ledger } from '../ledger.js';
import type { Books } from './books.js';
import type { Network } from './network.js';
import type { Bookkeeping } from './station.js';

/**
 * Writes what happens to customers into the ledgers of the batch at hand.
 *
 * Time averages cost nothing on the way: the time spent at a station in a batch is the sojourn times of those
 * who left in it, plus the age of those present at its end, less the age of those present at its start; the
 * same for service received.
 */
export class Visits implements Bookkeeping {
  private readonly network: Network;
  private readonly books: Books;
  private readonly origin: number;
  private ledgers: readonly Ledger[] = [];
  private batch = 0;
  /** By ledger, at the last end of a batch: customers present, their ages, the service they have received. */
  private present: Float64Array;
  private age: Float64Array;
  private attained: Float64Array;
  /** By ledger, in this batch: time that those lost have spent at the station. */
  private readonly timeOfLost: Float64Array;

  /** @param origin of the histograms' buckets */
  constructor(network: Network, books: Books, origin: number) {
    this.network = network;
    this.books = books;
    this.origin = origin;
    const places = books.stations.length * books.classes.length;
    this.present = new Float64Array(places);
    this.age = new Float64Array(places);
    this.attained = new Float64Array(places);
    this.timeOfLost = new Float64Array(places);
  }

  /** What follows belongs to this batch. */
  open(ledgers: readonly Ledger[], batch: number): void {
    this.ledgers = ledgers;
    this.batch = batch;
    this.timeOfLost.fill(0);
  }

  visitEnds(customer: number): void {
    const { population, clock } = this.network;
    const station = population.station[customer];
    const joined = population.joined[customer];
    const wait = population.began[customer] - joined;
    const sojourn = clock[0] - joined;
    population.waited[customer] += wait;
    const ledger = this.ledgers[station * this.books.classes.length + population.class[customer]];
    this.write(ledger, wait, sojourn);
  }

  journeyEnds(customer: number): void {
    if (!this.books.journeys) return;
    const { population, clock } = this.network;
    const ledger =
      this.ledgers[this.books.stations.length * this.books.classes.length + population.class[customer]];
    this.write(ledger, population.waited[customer], clock[0] - population.entered[customer]);
  }

  givesUp(customer: number): void {
    const { population, clock } = this.network;
    const { classes, stations, journeys } = this.books;
    const at = this.batch * columnCount + column.abandoned;
    const classNumber = population.class[customer];
    population.began[customer] = clock[0];
    this.visitEnds(customer);
    this.journeyEnds(customer);
    this.ledgers[population.station[customer] * classes.length + classNumber].sums[at]++;
    if (journeys) this.ledgers[stations.length * classes.length + classNumber].sums[at]++;
  }

  turnedAway(customer: number): void {
    const { population, clock } = this.network;
    const { classes, stations, journeys } = this.books;
    const classNumber = population.class[customer];
    const place = population.station[customer] * classes.length + classNumber;
    const at = this.batch * columnCount + column.lost;
    this.ledgers[place].sums[at]++;
    this.timeOfLost[place] += clock[0] - population.joined[customer];
    if (journeys) this.ledgers[stations.length * classes.length + classNumber].sums[at]++;
  }

  /** Closes the batch at `end` seconds. */
  close(end: number): void {
    const before = [this.present, this.age, this.attained] as const;
    this.takeStock(end);
    const { stations, classes, journeys } = this.books;
    const base = this.batch * columnCount;
    for (let place = 0; place < before[0].length; place++) {
      const { sums } = this.ledgers[place];
      const sojourns = sums[base + column.sojourn];
      const time = sojourns + this.timeOfLost[place] + this.age[place] - before[1][place];
      const work = sojourns - sums[base + column.wait] + this.attained[place] - before[2][place];
      const arrivals =
        sums[base + column.departures] + sums[base + column.lost] + this.present[place] - before[0][place];
      sums[base + column.served] = sums[base + column.departures] - sums[base + column.abandoned];
      sums[base + column.busyArea] = work;
      sums[base + column.queueArea] = time - work;
      sums[base + column.arrivals] = arrivals;
      if (!journeys) continue;
      const journey = this.ledgers[stations.length * classes.length + (place % classes.length)].sums;
      journey[base + column.busyArea] += work;
      journey[base + column.queueArea] += time - work;
      journey[base + column.arrivals] += this.present[place] - before[0][place];
    }
    if (journeys) this.closeJourneys(base);
  }

  /** Who came in is who left, who was lost, and how many more there are. */
  private closeJourneys(base: number): void {
    const { stations, classes } = this.books;
    for (let i = 0; i < classes.length; i++) {
      const { sums } = this.ledgers[stations.length * classes.length + i];
      sums[base + column.arrivals] += sums[base + column.departures] + sums[base + column.lost];
      sums[base + column.served] = sums[base + column.departures] - sums[base + column.abandoned];
    }
  }

  private takeStock(now: number): void {
    const { population, stations } = this.network;
    const classes = this.books.classes.length;
    this.present = new Float64Array(this.present.length);
    this.age = new Float64Array(this.age.length);
    this.attained = new Float64Array(this.attained.length);
    for (let customer = 0; customer < population.handles; customer++) {
      const station = population.station[customer];
      if (station < 0) continue;
      const place = station * classes + population.class[customer];
      this.present[place]++;
      this.age[place] += now - population.joined[customer];
      this.attained[place] += stations[station].attained(customer, now);
    }
  }

  private write(ledger: Ledger, wait: number, sojourn: number): void {
    const { sums, waits, sojourns } = ledger;
    const base = this.batch * columnCount;
    const bucketBase = this.batch * bucketCount;
    sums[base + column.departures]++;
    if (wait > 0) sums[base + column.waited]++;
    sums[base + column.wait] += wait;
    sums[base + column.waitSquared] += wait * wait;
    sums[base + column.sojourn] += sojourn;
    sums[base + column.sojournSquared] += sojourn * sojourn;
    waits[bucketBase + bucketOf(wait, this.origin)]++;
    sojourns[bucketBase + bucketOf(sojourn, this.origin)]++;
  }
}
