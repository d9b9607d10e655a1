import { column, columnCount, type Ledger } from '../ledger.js';
import { part } from './forks.js';
import type { Network } from './network.js';
import { Page, Stock, settle } from './tally.js';

/**
 * Books on whole journeys through the network, from the moment a customer enters to the moment it leaves, by
 * the class as which it entered.
 */
export class Journeys {
  private readonly network: Network;
  private readonly classes: number;
  /** Ledgers of stations come first. */
  private readonly first: number;
  private ledgers: readonly Ledger[] = [];
  private readonly pages: readonly Page[];
  private stock: Stock;
  /** When the batch at hand began. */
  private before: Stock;
  private batch = -1;
  private readonly timeOfLost: Float64Array;
  private readonly workOfLost: Float64Array;

  constructor(network: Network, classes: number, first: number, origin: number) {
    this.network = network;
    this.classes = classes;
    this.first = first;
    this.pages = Array.from({ length: classes }, () => new Page(origin));
    this.stock = new Stock(classes);
    this.before = this.stock;
    this.timeOfLost = new Float64Array(classes);
    this.workOfLost = new Float64Array(classes);
  }

  /** What follows belongs to a batch other than the one before. */
  open(ledgers: readonly Ledger[], batch: number): void {
    this.before = this.stock;
    this.ledgers = ledgers;
    for (const [i, page] of this.pages.entries()) page.turn(ledgers[this.first + i], batch);
    this.batch = batch;
    this.timeOfLost.fill(0);
    this.workOfLost.fill(0);
  }

  begin(): void {
    this.stock = this.stockAt(0);
  }

  ends(customer: number): void {
    const { population, clock } = this.network;
    const page = this.pages[population.origin[customer]];
    const waited = population.waited[customer];
    page.waits[page.count] = waited > 0 ? waited : 0;
    page.sojourns[page.count] = clock[0] - population.entered[customer];
    page.next();
  }

  givenUp(customer: number): void {
    this.ends(customer);
    this.count(customer, column.abandoned);
  }

  /** An attempt of the customer was in vain. @param service that it took, seconds */
  failed(customer: number, service: number): void {
    const from = this.network.population.origin[customer];
    if (from === part) return;
    const { sums } = this.pages[from];
    sums[column.failed]++;
    sums[column.wasted] += service;
  }

  deadLettered(customer: number): void {
    this.ends(customer);
    this.count(customer, column.dead);
  }

  /** The customer is lost at its station, where it has not been served. @param how as which column it counts */
  lost(customer: number, how: number): void {
    const { population, clock } = this.network;
    const { entered, joined, waited } = population;
    const from = population.origin[customer];
    this.count(customer, how);
    this.timeOfLost[from] += clock[0] - entered[customer];
    this.workOfLost[from] += joined[customer] - entered[customer] - waited[customer];
  }

  close(end: number): void {
    const after = this.stockAt(end);
    for (let i = 0; i < this.classes; i++) {
      this.pages[i].sum();
      const lost = { time: this.timeOfLost[i], work: this.workOfLost[i] };
      settle(this.ledgers[this.first + i], this.batch, i, [this.before, after], lost);
    }
    this.stock = after;
  }

  private stockAt(now: number): Stock {
    const { population, stations } = this.network;
    const { station, entered, joined, waited, origin } = population;
    const stock = new Stock(this.classes);
    for (let customer = 0; customer < population.handles; customer++) {
      if (station[customer] < 0 || origin[customer] === part) continue;
      const work = joined[customer] - entered[customer] - waited[customer];
      const attained = stations[station[customer]].attained(customer, now);
      stock.add(origin[customer], now - entered[customer], work + attained);
    }
    return stock;
  }

  private count(customer: number, what: number): void {
    const { sums } = this.ledgers[this.first + this.network.population.origin[customer]];
    sums[this.batch * columnCount + what]++;
  }
}
