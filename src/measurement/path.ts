import type { Topology } from '../result/topology.js';
import type { ServiceKind } from '../scenario/type.js';
import { latenessAtQueue } from './lateness.js';
import { lengthened } from './lengthening.js';
import type { Observations } from './observation.js';
import { overtakingOf } from './overtaking.js';
import { behindClients, comingAgain, type Delays, queueOf } from './twins/index.js';
import { through } from './twins/path.js';

/**
 * The life of each customer that was served, by order of arrival; seconds from the start of the run. The time
 * in the system splits without a gap into the wait (arrival to service start) and the service.
 */
export interface Path {
  readonly arrival: Float64Array;
  readonly serviceStart: Float64Array;
  readonly finish: Float64Array;
  /** Present where there was room for so many only: when those came who found it full. */
  readonly turnedAway?: Float64Array;
  /** Present where clients sent them: how long each had thought before. */
  readonly think?: Float64Array;
}

/** Which messages were served to the end, by number. */
export const servedOf = (observations: Observations): number[] =>
  indices(observations.count).filter(i => Number.isFinite(observations.finished[i]));

/**
 * The path that the served messages took, timed from the intended send.
 *
 * A service starts where the run's own clock says so when services are virtual; all others start when
 * the message is there and its consumer is free, so that fetching it counts as service, as it does for the
 * queue behind it.
 */
export function pathOf(observations: Observations, service: ServiceKind, served: readonly number[]): Path {
  const starts = service === 'virtual' ? observations.started : consumerFree(observations);
  const { intended, finished, turnedAway, clients } = observations;
  const path = picked(intended, starts, finished, served, clients?.think);
  return turnedAway ? { ...path, turnedAway: intended.filter((_, i) => turnedAway[i] === 1).sort() } : path;
}

/** The queue that a run is held against. */
export interface TwinOptions {
  readonly servers: number;
  /** Seconds for each message; 0 for virtual services. */
  readonly overhead: number;
  /** How many times as long as asked services are besides. Absent: as long. */
  readonly stretch?: number;
  /** Of the broker. Absent: one queue for all consumers. */
  readonly topology?: Topology;
  /** Most messages in the queue, those in service included. Absent: no limit. */
  readonly capacity?: number;
  /** Of those who find no room and come again. Absent: they are lost. */
  readonly delays?: Delays;
}

/**
 * The path that the same messages take through their model: the recursion on the very arrivals and service
 * times. Services that are not virtual are stretched by the mean overhead, and come when they were really sent. Messages of clients
 * come when the model's own clients send them, who think as long as the real ones did.
 */
export function twinPathOf(
  observations: Observations,
  service: ServiceKind,
  served: readonly number[],
  { overhead, stretch = 1, topology = { kind: 'shared' }, delays, ...options }: TwinOptions,
): Path {
  const { intended, sent, consumer, clients, turnedAway, again: { attempts } = {} } = observations;
  const services = lengthened(observations.service, { stretch, overhead });
  const queue = queueOf(topology, {
    ...{ ...options, consumer },
    ...(service === 'virtual' && { lateness: latenessAtQueue(observations, topology) }),
    ...(topology.kind === 'woken' && { overtaking: overtakingOf(observations, options.servers) }),
  });
  if (clients) {
    const known = clients.client.filter(client => client >= 0).length;
    const asked = { client: clients.client.subarray(0, known), think: clients.think.subarray(0, known) };
    const { arrival, started, finished } = behindClients(queue, asked, services.subarray(0, known));
    return taken(arrival, started, finished);
  }
  // What came again was sent at last: when it was sent first nobody remembers.
  const isFirst = (i: number): boolean => Number.isFinite(sent[i]) && !((attempts?.[i] ?? 1) > 1);
  const arrivals =
    service === 'virtual' ? intended : sent.map((time, i) => (isFirst(i) ? time : intended[i]));
  const { started, finished } = delays
    ? comingAgain(queue, arrivals, services, delays)
    : through(queue, arrivals, services);
  return taken(intended, started, finished);

  /** Of those who came through the real queue, or found it full, some may have fared otherwise here. */
  function taken(arrival: Float64Array, start: Float64Array, finish: Float64Array): Path {
    if (turnedAway === undefined) return picked(arrival, start, finish, served, clients?.think);
    const known = [...served, ...indices(observations.count).filter(i => turnedAway[i] === 1)];
    const away = known.filter(i => Number.isNaN(finish[i]));
    return {
      ...picked(arrival, start, finish, known, clients?.think),
      turnedAway: Float64Array.from(away, i => arrival[i]).sort(),
    };
  }
}

/** By order of arrival, which is not that of their numbers where clients send them. */
function picked(
  arrival: Float64Array,
  start: Float64Array,
  finish: Float64Array,
  among: readonly number[],
  think?: Float64Array,
): Path {
  const served = among.filter(i => Number.isFinite(finish[i])).sort((a, b) => arrival[a] - arrival[b]);
  return {
    arrival: Float64Array.from(served, i => arrival[i]),
    serviceStart: Float64Array.from(served, i => start[i]),
    finish: Float64Array.from(served, i => finish[i]),
    ...(think && { think: Float64Array.from(served, i => think[i]) }),
  };
}

/** For each message the moment from which only it was in the way: sent, and the previous one on its consumer done. */
export function consumerFree(observations: Observations): Float64Array {
  const { count, sent, received, finished, consumer } = observations;
  const free = new Float64Array(count).fill(Number.NaN);
  const previousEnd = new Map<number, number>();
  const byReceipt = indices(count)
    .filter(i => Number.isFinite(received[i]))
    .sort((a, b) => received[a] - received[b]);
  for (const i of byReceipt) {
    free[i] = Math.max(sent[i], previousEnd.get(consumer[i]) ?? Number.NEGATIVE_INFINITY);
    if (Number.isFinite(finished[i])) previousEnd.set(consumer[i], finished[i]);
  }
  return free;
}

const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
