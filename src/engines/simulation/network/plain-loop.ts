import { type Draws, drawBlock } from './draws.js';
import type { Network } from './network.js';
import { Fixed } from './routes/fixed.js';
import { Source } from './source.js';
import { earliest } from './station.js';
import { Servers } from './stations/servers.js';
import { Visits } from './visits.js';

/** No number of a station, nor `leaving`. */
const asked = -2;

/**
 * The event loop for networks in which nothing happens but arrivals, services to their end and routes: no limit,
 * nobody impatient, nothing that breaks down or acts by itself. It does what `Network.advance` and the stations
 * do, step by step on the same state and to the same bits, but in one function, so that the columns of the
 * population stay in registers and no call stands between an event and its books: half the time.
 */
export class PlainLoop {
  private readonly network: Network;
  private readonly stations: readonly Servers[];
  private readonly sources: readonly Source[];
  private readonly visits: Visits;
  /** By station and class, as the pages of the books. */
  private readonly services: readonly Draws[];
  /** By station: where everyone goes from it; `asked` where its route is to be asked. */
  private readonly onward: Int32Array;

  /** Undefined where the network needs the general loop. */
  static of(network: Network): PlainLoop | undefined {
    const { stations, sources, agents, books } = network;
    const plain = stations.filter(station => station instanceof Servers && station.isPlain) as Servers[];
    const own = sources.filter(source => source instanceof Source);
    const unheard = books instanceof Visits && !books.isHeard;
    if (plain.length < stations.length || own.length < sources.length || agents.length > 0 || !unheard)
      return undefined;
    return new PlainLoop(network, plain, own, books);
  }

  private constructor(
    network: Network,
    stations: readonly Servers[],
    sources: readonly Source[],
    visits: Visits,
  ) {
    this.network = network;
    this.stations = stations;
    this.sources = sources;
    this.visits = visits;
    this.services = stations.flatMap(({ door }) => door.services);
    this.onward = Int32Array.from(network.routes, route => (route instanceof Fixed ? route.to : asked));
  }

  /** Runs all events before `end` seconds. */
  advance(end: number): void {
    const { network, stations, sources, visits, services, onward } = this;
    const { calendar, population, clock, routes } = network;
    const { pages, classes } = visits;
    const journeys = visits.keepsJourneys;
    const single = sources.length === 1;
    let { joined, began, demand, waited, station: stationOf, class: classOf } = population;
    let { times, tags } = calendar;
    let source = sources[0];
    for (;;) {
      if (!single) source = earliest(sources);
      const arrival = source.next[0];
      let customer: number;
      let place: number;
      let now: number;
      let gap = false;
      if (calendar.size > 0 && times[0] <= arrival) {
        now = times[0];
        if (now >= end) return;
        clock[0] = now;
        customer = tags[0];
        place = stationOf[customer];
        const left = stations[place];
        const came = joined[customer];
        const wait = began[customer] - came;
        if (journeys) waited[customer] += wait;
        const page = pages[place * classes + classOf[customer]];
        page.waits[page.count] = wait;
        page.sojourns[page.count] = now - came;
        page.next();
        left.door.present--;
        const { line } = left;
        if (line.size > 0) {
          const next = line.shift();
          began[next] = now;
          times[0] = now + demand[next];
          calendar.replaceFirst(next);
        } else {
          left.busy--;
          gap = true;
        }
        const to = onward[place];
        place = to === asked ? routes[place].next(customer) : to;
        if (place < 0) {
          if (journeys) visits.journeyEnds(customer);
          population.release(customer);
          if (gap) calendar.removeFirst();
          continue;
        }
      } else {
        if (arrival >= end) return;
        now = arrival;
        clock[0] = now;
        customer = source.admit();
        if (population.joined !== joined) {
          ({ joined, began, demand, waited, station: stationOf, class: classOf } = population);
        }
        place = source.entrance.next(customer);
      }
      const entered = stations[place];
      const draws = services[place * classes + classOf[customer]];
      if (draws.at === drawBlock) draws.refill();
      const needed = draws.block[draws.at++];
      demand[customer] = needed;
      stationOf[customer] = place;
      joined[customer] = now;
      entered.door.present++;
      if (entered.busy < entered.servers) {
        entered.busy++;
        began[customer] = now;
        if (gap) {
          times[0] = now + needed;
          calendar.replaceFirst(customer);
        } else {
          times[calendar.size] = now + needed;
          calendar.insert(customer);
          if (calendar.times !== times) ({ times, tags } = calendar);
        }
      } else {
        began[customer] = Number.NaN;
        entered.line.push(customer);
        if (gap) calendar.removeFirst();
      }
    }
  }
}
