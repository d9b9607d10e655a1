import { Appointments } from './appointments.js';
import type { Backoff } from './backoff.js';
import { part } from './forks.js';
import { passedOn } from './listening.js';
import type { Network } from './network.js';
import { passive } from './passive.js';
import type { Bookkeeping, FailedJourney, Route, Station } from './station.js';

/** How the clients of one class wait for their answers. */
export interface SessionRule {
  /** Seconds after which an attempt is given up, though the network goes on with it. Infinity: never. */
  readonly timeout: number;
  /** Attempts at most, the first one counted. */
  readonly maxAttempts: number;
  /** Absent: there is one attempt. */
  readonly backoff?: Backoff;
}

const nobody = -1;

/**
 * Clients who send a request, give it up after a while or when it comes back unserved, and send it again. For the books
 * the customer is the client, who waits in a place of its own; its attempts go through the network as parts of it. An
 * attempt that was given up is still served there, for nothing.
 */
export class Sessions implements Station {
  private readonly network: Network;
  /** By class number; absent: customers of this class are their own request. */
  private readonly rules: readonly (SessionRule | undefined)[];
  /** By number of the station: whether those it turns away come again. */
  private readonly takesAgain: readonly boolean[];
  private readonly number: number;
  /** Where those go who leave the network. */
  readonly exit: number;
  /** Set when the routes are made. */
  outside!: Route;
  private readonly due: Appointments;
  /** By attempt under way: who sent it, and as which class. */
  private readonly senders = new Map<number, { readonly whole: number; readonly origin: number }>();
  /** By client: the attempt that it waits for, or `nobody` while it pauses. */
  private readonly awaited = new Map<number, number>();

  constructor(network: Network, rules: readonly (SessionRule | undefined)[], takesAgain: readonly boolean[]) {
    this.network = network;
    this.rules = rules;
    this.takesAgain = takesAgain;
    this.number = network.stations.push(this) - 1;
    this.exit = network.stations.push(passive({ enter: customer => this.leaves(customer) })) - 1;
    this.due = new Appointments(network, whole => this.ring(whole));
  }

  /** Where customers of a class go when they come. */
  entrance(classNumber: number): Route {
    return this.rules[classNumber] ? { next: () => this.number } : this.outside;
  }

  /** So that over all stations customers are counted, not their attempts. */
  get present(): number {
    return this.awaited.size - this.senders.size;
  }

  enter(customer: number): void {
    const { population, clock } = this.network;
    population.station[customer] = this.number;
    population.joined[customer] = clock[0];
    population.began[customer] = Number.NaN;
    population.attempts[customer] = 0;
    this.send(customer);
  }

  finish(): void {}

  /** Clients wait. */
  attained(): number {
    return 0;
  }

  /** Books that also tell the clients what became of their attempts. */
  listening(books: Bookkeeping): Bookkeeping {
    const all = passedOn(books);
    const then =
      (write: (customer: number) => void, how: FailedJourney, again: (station: number) => boolean) =>
      (customer: number) => {
        const station = this.network.population.station[customer];
        write(customer);
        this.comesBack(customer, how, again(station));
      };
    return {
      ...all,
      givesUp: then(all.givesUp, 'abandoned', () => true),
      turnedAway: then(all.turnedAway, 'lost', station => this.takesAgain[station]),
      baulks: then(all.baulks, 'baulked', () => false),
      deadLettered: then(all.deadLettered, 'dead', () => false),
    };
  }

  private send(whole: number): void {
    const { network, awaited, senders } = this;
    const { population, clock, stations } = network;
    const { timeout } = this.ruleOf(whole);
    const attempt = network.admit(population.class[whole]);
    const origin = population.origin[whole];
    population.origin[attempt] = part;
    population.attempts[whole]++;
    awaited.set(whole, attempt);
    senders.set(attempt, { whole, origin });
    population.key[whole] = clock[0] + timeout;
    if (timeout < Number.POSITIVE_INFINITY) this.due.add(whole);
    stations[this.outside.next(attempt)].enter(attempt);
  }

  /** The client has waited or paused for long enough. */
  private ring(whole: number): void {
    if (this.awaited.get(whole) === nobody) this.send(whole);
    else this.tryAgain(whole, 'abandoned');
  }

  /** A customer comes to the end of its way. */
  private leaves(customer: number): void {
    const { network, senders, awaited } = this;
    const { population, clock } = network;
    const sender = senders.get(customer);
    if (sender === undefined) {
      network.books.journeyEnds(customer);
      population.release(customer);
      return;
    }
    const { whole, origin } = sender;
    const service = clock[0] - population.entered[customer] - population.waited[customer];
    senders.delete(customer);
    population.release(customer);
    if (awaited.get(whole) !== customer) {
      network.books.inVain(origin, 0, service);
      return;
    }
    awaited.delete(whole);
    this.due.remove(whole);
    // Its wait, for the books, is all the time in which it was not served by the attempt that it got an answer to.
    population.waited[whole] = clock[0] - population.entered[whole] - service;
    network.books.journeyEnds(whole);
    population.release(whole);
  }

  /** The network has done with an attempt, not having served it to the end. */
  private comesBack(attempt: number, how: FailedJourney, again: boolean): void {
    const sender = this.senders.get(attempt);
    if (sender === undefined) return;
    const { population, books } = this.network;
    this.senders.delete(attempt);
    // Who gives up has its wait in the books; who is kept out has none at its station.
    const until = how === 'lost' || how === 'baulked' ? population.joined[attempt] : this.network.clock[0];
    books.inVain(sender.origin, 0, until - population.entered[attempt] - population.waited[attempt]);
    if (this.awaited.get(sender.whole) !== attempt) return;
    this.due.remove(sender.whole);
    if (again) this.tryAgain(sender.whole, how);
    else this.fails(sender.whole, how);
  }

  /** The attempt at hand is in vain: the client will make another, or has had enough. */
  private tryAgain(whole: number, how: FailedJourney): void {
    const { population, clock } = this.network;
    const { backoff, maxAttempts } = this.ruleOf(whole);
    if (backoff === undefined || population.attempts[whole] >= maxAttempts) {
      this.fails(whole, how);
      return;
    }
    this.network.books.inVain(population.origin[whole], 1, 0);
    this.awaited.set(whole, nobody);
    population.key[whole] = clock[0] + backoff.after(population.attempts[whole]);
    this.due.add(whole);
  }

  private fails(whole: number, how: FailedJourney): void {
    const { population, clock, books } = this.network;
    this.awaited.delete(whole);
    population.waited[whole] = clock[0] - population.entered[whole];
    books.inVain(population.origin[whole], 1, 0);
    books.journeyFails(whole, how);
    population.release(whole);
  }

  private ruleOf(whole: number): SessionRule {
    return this.rules[this.network.population.class[whole]] as SessionRule;
  }
}
