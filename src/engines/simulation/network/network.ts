import { Calendar } from './calendar.js';
import { Population } from './population.js';
import {
  type Agent,
  type Bookkeeping,
  type Emitter,
  earliest,
  type Listener,
  type Route,
  type Station,
} from './station.js';

/**
 * The event loop of a network of stations.
 *
 * At equal times services end before customers arrive, and services end in the order in which they began: a
 * customer that arrives as a server falls free does not wait, and finds the place in the buffer. When a service
 * ends, the next customer of the station starts before the one that leaves comes to its next station.
 */
export class Network {
  /** Seconds from the start: one number, in an array so that reading and writing it allocates nothing. */
  readonly clock = new Float64Array(1);
  readonly calendar = new Calendar();
  readonly population = new Population();
  readonly stations: Station[] = [];
  /** By number of the station; the routes from outside belong to the sources. */
  readonly routes: Route[] = [];
  readonly sources: Emitter[] = [];
  readonly agents: Agent[] = [];
  /** Set before the first event. */
  books!: Bookkeeping;
  /** Told of who comes and leaves. */
  watch: Listener | undefined = undefined;

  /** The tag by which events for the agent are scheduled. */
  enlist(agent: Agent): number {
    return ~(this.agents.push(agent) - 1);
  }

  /** Runs all events before `end` seconds. */
  advance(end: number): void {
    const { clock, calendar, population, stations, agents, sources } = this;
    for (;;) {
      const source = sources.length === 1 ? sources[0] : earliest(sources);
      const arrival = source.next[0];
      if (calendar.size > 0 && calendar.times[0] <= arrival) {
        const now = calendar.times[0];
        if (now >= end) return;
        clock[0] = now;
        const tag = calendar.take();
        if (tag >= 0) stations[population.station[tag]].finish(tag);
        else agents[~tag].act();
        calendar.close();
      } else {
        if (arrival >= end) return;
        clock[0] = arrival;
        source.emit();
      }
    }
  }

  /** A customer of the class who comes from outside now. */
  admit(classNumber: number): number {
    const { population, clock } = this;
    const customer = population.admit();
    population.class[customer] = classNumber;
    population.origin[customer] = classNumber;
    population.entered[customer] = clock[0];
    population.waited[customer] = 0;
    return customer;
  }

  /** The customer has been served and goes on. */
  forward(customer: number): void {
    this.send(customer, this.routes[this.population.station[customer]].next(customer));
  }

  /** The customer goes to a station, or leaves. */
  send(customer: number, to: number): void {
    if (to >= 0) this.stations[to].enter(customer);
    else {
      this.books.journeyEnds(customer);
      this.population.release(customer);
    }
  }
}
