import { drawBlock } from './draws.js';
import type { Network } from './network.js';
import { Fixed } from './routes/fixed.js';
import { Source } from './source.js';
import { earliest, leaving } from './station.js';
import { Sharing } from './stations/sharing.js';
import { Visits } from './visits.js';

/**
 * The event loop of a single station whose customers are all served at once. It does what `Network.advance` and
 * `Sharing` do, on the same state and to the same bits, but in one function: as at every moment one end of service
 * at most is due, it needs no calendar of events, and no end that an arrival moves has to be scheduled again.
 */
export class SharingLoop {
  private readonly network: Network;
  private readonly station: Sharing;
  private readonly sources: readonly Source[];
  private readonly visits: Visits;
  /** Under the number of customers, over what `advance` has run last. */
  area = 0;
  /** Seconds, as far as it has run. */
  private end = 0;

  /** Undefined where the network needs the general loop. */
  static of(network: Network): SharingLoop | undefined {
    const { books } = network;
    const [station, ...others] = network.stations;
    if (others.length > 0 || !(station instanceof Sharing && station.isPlain)) return undefined;
    const own = network.sources.filter(source => source instanceof Source && leadsTo(source.entrance, 0));
    // The only agent is the alarm of the station.
    const alone = own.length === network.sources.length && network.agents.length === 1;
    if (!alone || !leadsTo(network.routes[0], leaving) || !(books instanceof Visits)) return undefined;
    if (books.isHeard || books.keepsJourneys) return undefined;
    return new SharingLoop(network, station, own as Source[], books);
  }

  private constructor(network: Network, station: Sharing, sources: readonly Source[], visits: Visits) {
    this.network = network;
    this.station = station;
    this.sources = sources;
    this.visits = visits;
  }

  /** Runs all events before `end` seconds. */
  advance(end: number): void {
    const { network, station, sources, visits } = this;
    const { population, clock } = network;
    const { door, order, servers, at, virtual, weight: together } = station;
    const { services } = door;
    const weights = Float64Array.from(station.rule.weights);
    const { pages } = visits;
    const single = sources.length === 1;
    let { joined, began, demand, mark, station: stationOf, class: classOf } = population;
    let { times, tags } = order;
    let source = sources[0];
    let since = this.end;
    let area = 0;
    for (;;) {
      if (!single) source = earliest(sources);
      const arrival = source.next[0];
      const served = order.size;
      const weight = together[0];
      const stretch = weight <= servers ? 1 : weight / servers;
      const left = times[0] - virtual[0];
      const due = served === 0 ? Number.POSITIVE_INFINITY : at[0] + (left > 0 ? left : 0) * stretch;
      if (due <= arrival) {
        if (due >= end) break;
        area += served * (due - since);
        since = due;
        const customer = tags[0];
        const number = classOf[customer];
        at[0] = due;
        virtual[0] = times[0];
        order.removeFirst();
        together[0] = served === 1 ? 0 : weight - weights[number];
        const came = joined[customer];
        const alone = due - demand[customer];
        const start = came > alone ? came : alone;
        began[customer] = start;
        const page = pages[number];
        page.waits[page.count] = start - came;
        page.sojourns[page.count] = due - came;
        page.next();
        door.present--;
        population.release(customer);
      } else {
        if (arrival >= end) break;
        area += served * (arrival - since);
        since = arrival;
        virtual[0] = served === 0 ? 0 : virtual[0] + (arrival - at[0]) / stretch;
        at[0] = arrival;
        clock[0] = arrival;
        const customer = source.admit();
        if (population.joined !== joined)
          ({ joined, began, demand, mark, station: stationOf, class: classOf } = population);
        const number = classOf[customer];
        const draws = services[number];
        if (draws.at === drawBlock) draws.refill();
        const needed = draws.block[draws.at++];
        const leaves = virtual[0] + needed / weights[number];
        demand[customer] = needed;
        stationOf[customer] = 0;
        joined[customer] = arrival;
        began[customer] = arrival;
        mark[customer] = leaves;
        door.present++;
        together[0] = weight + weights[number];
        times[served] = leaves;
        order.insert(customer);
        if (order.times !== times) ({ times, tags } = order);
      }
    }
    this.area = area + order.size * (end - since);
    this.end = end;
  }
}

const leadsTo = (route: unknown, place: number): boolean => route instanceof Fixed && route.to === place;
