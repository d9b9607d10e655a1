import { column, type Ledger } from '../ledger.js';
import { part } from './forks.js';
import type { Network } from './network.js';
import type { FailedJourney } from './station.js';
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

  /** The customer leaves unserved, at its station or having been to several. */
  fails(customer: number, how: FailedJourney): void {
    const { population, clock } = this.network;
    const { entered, joined, waited } = population;
    const from = population.origin[customer];
    if (from === part) return;
    this.pages[from].add(column[how], 1);
    if (how === 'abandoned' || how === 'dead') {
      this.ends(customer);
      return;
    }
    this.timeOfLost[from] += clock[0] - entered[customer];
    this.workOfLost[from] += joined[customer] - entered[customer] - waited[customer];
  }

  /** So many attempts and seconds of service of customers who entered as this class were in vain. */
  inVain(origin: number, attempts: number, service: number): void {
    if (origin === part) return;
    this.pages[origin].add(column.failed, attempts);
    this.pages[origin].add(column.wasted, service);
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
}
