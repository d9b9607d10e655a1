import { distributionOf } from '../../../distributions/index.js';
import type { Stream } from '../../../random/index.js';
import { redelivers, shareOf } from '../../../scenario/attempts/deliveries.js';
import { sendsAgain } from '../../../scenario/attempts/sends-again.js';
import type { BackoffSpec, Scenario } from '../../../scenario/type.js';
import { Backoff } from './backoff.js';
import type { Books } from './books.js';
import { drawsOf } from './draws.js';
import { toldOfLeaving } from './listening.js';
import type { Network } from './network.js';
import { Redelivery } from './redelivery.js';
import { Sessions } from './sessions.js';

type Streams = (purpose: string) => Stream;

/** @param purpose of the random numbers, such as `retries/api/users` */
export const backoffOf = (
  { delay, multiplier = 1, cap = Number.POSITIVE_INFINITY, jitter = 0 }: BackoffSpec,
  purpose: string,
  stream: Streams,
): Backoff =>
  new Backoff({
    delay: drawsOf(distributionOf(delay), stream(purpose)),
    multiplier,
    cap,
    jitter,
    stream: stream(`jitter/${purpose}`),
  });

/** The clients who give up their requests and send them again; undefined where none do. */
export function sessionsOf(
  { classes, stations }: Scenario,
  network: Network,
  books: Books,
  stream: Streams,
): Sessions | undefined {
  if (!Object.values(classes).some(sendsAgain)) return undefined;
  const rules = books.classes.map(name => {
    const { timeout = Number.POSITIVE_INFINITY, retry } = classes[name];
    if (!sendsAgain(classes[name])) return undefined;
    if (retry === undefined) return { timeout, maxAttempts: 1 };
    return {
      timeout,
      maxAttempts: retry.maxAttempts,
      backoff: backoffOf(retry, `sending again/${name}`, stream),
    };
  });
  return new Sessions(
    network,
    rules,
    books.stations.map(name => stations[name].whenFull === 'retry'),
  );
}

/** Has stations whose work can fail deliver it again. Their routes are there by then, and the books. */
export function redeliver(scenario: Scenario, network: Network, books: Books, stream: Streams): void {
  const redeliveries: Redelivery[] = [];
  for (const [id, name] of books.stations.entries()) {
    const station = scenario.stations[name];
    if (!redelivers(station)) continue;
    const { failing, poison, maxDeliveries = Number.POSITIVE_INFINITY, redelivery } = station;
    const rule = {
      failing: books.classes.map(className => shareOf(failing, className)),
      poison: books.classes.map(className => shareOf(poison, className)),
      maxDeliveries,
      ...(redelivery && { backoff: backoffOf(redelivery, `redeliveries/${name}`, stream) }),
      stream: stream(`failing works/${name}`),
    };
    const route = new Redelivery(network, id, network.routes[id], rule);
    network.routes[id] = route;
    redeliveries.push(route);
  }
  if (redeliveries.length === 0) return;
  network.books = toldOfLeaving(network.books, customer => {
    for (const route of redeliveries) route.forget(customer);
  });
}
