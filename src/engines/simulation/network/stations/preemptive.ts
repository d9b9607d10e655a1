import { Alarm } from '../alarm.js';
import { KeyedLine } from '../lines/keyed.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import { breakDown, type Fallible } from './breakdowns.js';
import { Repeats } from './repeats.js';
import type { StationSetup } from './station-setup.js';
import { Wear, type Wearing } from './wear.js';

/** Who goes first: the customer's key, smallest first. @param left service still needed, seconds */
export type Ranking = (customer: number, left: number) => number;

/**
 * Equal servers that always serve the customers of smallest key: one who comes takes the place of a worse one,
 * whose service goes on later where it stopped (preemptive resume), or begins anew (preemptive repeat).
 */
export class Preemptive implements Station, Fallible, Wearing {
  private readonly network: Network;
  /** Those that work. */
  private servers: number;
  private readonly door: Admission;
  private readonly rank: Ranking;
  private readonly line: KeyedLine;
  /** In service; their `mark` is the moment at which they finish, that of those who wait the work left. */
  private readonly serving: number[] = [];
  private readonly alarm: Alarm;
  private come = 0;
  private readonly repeats: Repeats | undefined;
  /** Absent: servers fail at any time, or never. */
  private readonly wear: Wear | undefined;

  constructor(setup: StationSetup, rank: Ranking) {
    this.network = setup.network;
    this.servers = setup.servers;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.rank = rank;
    this.line = new KeyedLine(() => setup.network.population.key);
    this.alarm = new Alarm(setup.network, () => this.leave());
    this.repeats = setup.interrupted && new Repeats(setup, setup.interrupted);
    const { breakdowns, network, servers } = setup;
    if (breakdowns?.serving) this.wear = new Wear(network, servers, this, breakdowns);
    else if (breakdowns) breakDown(network, servers, this, breakdowns);
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  private comeIn(customer: number): void {
    const { population } = this.network;
    population.mark[customer] = population.demand[customer];
    population.delayed[customer] = population.joined[customer] < this.network.clock[0] ? 1 : 0;
    this.repeats?.begin(customer);
    population.ticket[customer] = ++this.come;
    population.key[customer] = this.rank(customer, population.demand[customer]);
    if (this.serving.length < this.servers) this.start(customer);
    else this.contest(customer);
    this.plan();
  }

  /** Of the servers that work each is as likely as any other to be the one: it may be idle, or another may. */
  fail(share: number): void {
    const failing = Math.floor(share * this.servers--);
    if (failing < this.serving.length) {
      this.interrupt(failing);
      if (this.serving.length < this.servers) this.start(this.line.shift());
    }
    this.plan();
  }

  failUnder(customer: number): void {
    this.servers--;
    this.toLine(this.serving.indexOf(customer));
    if (this.serving.length < this.servers) this.start(this.line.shift());
    this.plan();
  }

  repair(): void {
    this.servers++;
    if (this.line.size > 0) this.start(this.line.shift());
    this.plan();
  }

  finish(): never {
    throw new Error('a service that can be interrupted is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const { demand, mark, began } = this.network.population;
    const before = this.repeats?.lostBy(customer) ?? 0;
    if (!Number.isNaN(began[customer])) return before + demand[customer] - (mark[customer] - now);
    return before + demand[customer] - mark[customer];
  }

  private start(customer: number): void {
    const { population, clock } = this.network;
    population.mark[customer] += clock[0];
    population.began[customer] = clock[0];
    this.serving.push(customer);
    this.wear?.begin(customer);
  }

  /** All servers are busy: the newcomer takes the place of the worst in service, or waits. */
  private contest(customer: number): void {
    const { population, clock } = this.network;
    const { key, mark } = population;
    const { serving } = this;
    let worst = 0;
    for (let i = 0; i < serving.length; i++) {
      key[serving[i]] = this.rank(serving[i], mark[serving[i]] - clock[0]);
      if (key[serving[i]] > key[serving[worst]]) worst = i;
    }
    if (serving.length === 0 || key[serving[worst]] <= key[customer]) {
      this.wait(customer);
      return;
    }
    this.interrupt(worst);
    this.start(customer);
  }

  /** The service of customer number `place` stops until its turn comes again. */
  private interrupt(place: number): void {
    this.wear?.end(this.serving[place]);
    this.toLine(place);
  }

  private toLine(place: number): void {
    const { population, clock } = this.network;
    const { serving } = this;
    const held = serving[place];
    serving[place] = serving[serving.length - 1];
    serving.length--;
    population.mark[held] -= clock[0];
    this.repeats?.undo(held);
    population.key[held] = this.rank(held, population.mark[held]);
    this.wait(held);
  }

  private wait(customer: number): void {
    const { population } = this.network;
    population.began[customer] = Number.NaN;
    population.delayed[customer] = 1;
    this.line.push(customer);
  }

  private leave(): void {
    const { network, serving } = this;
    const { population, clock } = network;
    const first = this.firstToFinish();
    const customer = serving[first];
    this.wear?.end(customer);
    serving[first] = serving[serving.length - 1];
    serving.length--;
    // Its wait, for the books, is all the time in which it was not served.
    const joined = population.joined[customer];
    const served = population.demand[customer] + (this.repeats?.lostBy(customer) ?? 0);
    population.began[customer] =
      population.delayed[customer] === 0 ? joined : Math.max(joined, clock[0] - served);
    network.books.visitEnds(customer);
    this.door.present--;
    if (this.line.size > 0) this.start(this.line.shift());
    this.plan();
    network.forward(customer);
  }

  private firstToFinish(): number {
    const { mark } = this.network.population;
    const { serving } = this;
    let first = 0;
    for (let i = 1; i < serving.length; i++) if (mark[serving[i]] < mark[serving[first]]) first = i;
    return first;
  }

  private plan(): void {
    const { alarm, serving } = this;
    alarm.due =
      serving.length === 0
        ? Number.POSITIVE_INFINITY
        : this.network.population.mark[serving[this.firstToFinish()]];
    alarm.arm();
  }
}
