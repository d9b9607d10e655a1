import { arrivalProcessOf } from '../../../arrivals/index.js';
import { distributionOf } from '../../../distributions/index.js';
import { type Stream, streamFor } from '../../../random/index.js';
import { sendsAgain } from '../../../scenario/attempts/sends-again.js';
import { backlogOf } from '../../../scenario/backlog/backlog-of.js';
import { joining } from '../../../scenario/baulking/joining.js';
import { entrance } from '../../../scenario/place.js';
import { placesOfParts } from '../../../scenario/routes/forks.js';
import { serviceOf } from '../../../scenario/service-of.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { BaulkingSpec, Scenario } from '../../../scenario/type.js';
import { backoffOf, redeliver, sessionsOf } from './attempts.js';
import { type Books, booksOf, keepsTimes } from './books.js';
import { Census } from './census.js';
import { Clients, returning } from './clients.js';
import { disciplines } from './disciplines/index.js';
import { drawBlock, drawsOf } from './draws.js';
import { Network } from './network.js';
import { routesOf } from './routes/build.js';
import { serverSideOf } from './server-side/index.js';
import { speedOf } from './server-side/load-dependence.js';
import { nobody, Source } from './source.js';
import { Visits } from './visits.js';

/** Service times drawn at a time where there are very many laws, so that all blocks stay in the processor's cache. */
const shortBlock = 16;

/** The network of a scenario, empty, with the random numbers of one replication. */
export function networkOf(
  scenario: Scenario,
  seed: number,
  replication: number,
  origin: number,
): { network: Network; visits: Visits; census?: Census } {
  const books = booksOf(scenario);
  const network = new Network();
  const visits = new Visits(network, books, origin);
  network.books = visits;
  const blocking = Object.values(scenario.stations).some(({ whenFull }) => whenFull === 'block');
  const revocable = placesOfParts(scenario.routes, 'cancel');
  const stream = (purpose: string) => streamFor(seed, purpose, replication);
  for (const [id, name] of books.stations.entries()) {
    const station = scenario.stations[name];
    const services = books.classes.map(className =>
      drawsOf(
        distributionOf(serviceOf(station, className)),
        stream(`services/${name}/${className}`),
        keepsTimes(books) ? drawBlock : shortBlock,
      ),
    );
    const patience = patienceOf(scenario, name, stream);
    const make = disciplines[station.discipline.discipline as keyof typeof disciplines];
    const { switchOver } = station.discipline;
    const serverSide = serverSideOf(station, name, stream);
    network.stations.push(
      make(
        {
          network,
          id,
          name,
          servers: station.servers === 'infinite' ? Number.POSITIVE_INFINITY : station.servers,
          capacity: station.capacity ?? Number.POSITIVE_INFINITY,
          services,
          ...(patience && { patience }),
          ...(switchOver && { switchOver: drawsOf(distributionOf(switchOver), stream(`switching/${name}`)) }),
          ...(station.whenFull === 'retry' && { retrying: retryingOf(scenario, name, stream) }),
          ...(blocking && { blocks: station.whenFull === 'block' }),
          ...(revocable.has(name) && { revocable: true }),
          ...(station.discipline.interrupted && { interrupted: station.discipline.interrupted }),
          ...(station.lease !== undefined && { lease: station.lease }),
          ...(station.baulking && {
            baulking: {
              joining: joiningOf(station.baulking),
              stream: stream(`baulking/${name}`),
            },
          }),
          ...(station.breakdowns && {
            breakdowns: {
              upTime: drawsOf(distributionOf(station.breakdowns.upTime), stream(`up/${name}`)),
              repairTime: drawsOf(distributionOf(station.breakdowns.repairTime), stream(`repair/${name}`)),
              stream: stream(`failing/${name}`),
              serving: station.breakdowns.while === 'serving',
            },
          }),
          ...(serverSide && { serverSide }),
          ...(station.loadDependence && { speed: speedOf(station.loadDependence) }),
          context: {
            population: network.population,
            dues: books.classes.map(className => scenario.classes[className].due ?? Number.POSITIVE_INFINITY),
            weights: weightsOf(scenario, books.classes),
            priorities: books.classes.map(className => scenario.classes[className].priority ?? 0),
            stream: stream(`order/${name}`),
          },
        },
        station.discipline,
      ),
    );
  }
  const sessions = sessionsOf(scenario, network, books, stream);
  const routeFrom = routesOf(scenario, network, books, stream, sessions?.exit);
  for (const [id, name] of books.stations.entries()) network.routes[id] = routeFrom(name);
  const outside = routeFrom(entrance);
  if (sessions) sessions.outside = outside;
  const clients: (Clients | undefined)[] = books.classes.map(() => undefined);
  for (const [number, name] of books.classes.entries()) {
    const customers = scenario.classes[name];
    const way = sessions?.entrance(number) ?? outside;
    if (isOpen(customers)) {
      const process = arrivalProcessOf(customers.arrivals);
      network.sources.push(new Source(network, number, process.source(stream(`arrivals/${name}`)), way));
    } else {
      const think = drawsOf(distributionOf(customers.think ?? noThinking), stream(`thinking/${name}`));
      clients[number] = new Clients(network, number, customers.clients, think, way);
    }
  }
  if (clients.some(one => one !== undefined)) network.books = returning(network, network.books, clients);
  if (sessions) network.books = sessions.listening(network.books);
  redeliver(scenario, network, books, stream);
  if (network.sources.length === 0) network.sources.push(nobody);
  const census = books.states > 0 ? new Census(network, books.states) : undefined;
  takeUp(scenario, network, visits, books);
  return { network, visits, ...(census && { census }) };
}

const joiningOf = (spec: BaulkingSpec) => (present: number) => joining(spec, present);

/** Lets in those who are there at the start. */
function takeUp({ stations }: Scenario, network: Network, visits: Visits, books: Books): void {
  for (const [id, name] of books.stations.entries()) {
    if (stations[name].backlog === undefined) continue;
    for (const [className, count] of Object.entries(backlogOf(stations[name], books.classes)))
      for (let i = 0; i < count; i++)
        network.stations[id].enter(network.admit(books.classes.indexOf(className)));
    visits.begin();
  }
}

/** Only their ratios count, so the smallest is 1. */
function weightsOf({ classes }: Scenario, names: readonly string[]): number[] {
  const weights = names.map(name => classes[name].weight ?? 1);
  return weights.map(weight => weight / Math.min(...weights));
}

const noThinking = { distribution: 'deterministic', value: 0 };

/** Nothing where nobody gives up: a patient line costs nothing then. */
function patienceOf(scenario: Scenario, station: string, stream: (purpose: string) => Stream) {
  const laws = Object.entries(scenario.classes);
  if (laws.every(([, { patience }]) => patience === undefined)) return undefined;
  return laws.map(
    ([name, { patience }]) =>
      patience && drawsOf(distributionOf(patience), stream(`patience/${station}/${name}`)),
  );
}

function retryingOf(scenario: Scenario, station: string, stream: (purpose: string) => Stream) {
  return Object.entries(scenario.classes).map(([name, { retry }]) =>
    // Who sends again does so from outside.
    retry && !sendsAgain(scenario.classes[name])
      ? {
          backoff: backoffOf(retry, `retries/${station}/${name}`, stream),
          maxAttempts: retry.maxAttempts,
        }
      : undefined,
  );
}
