import { emptyPath, type SamplePath } from '../path.js';
import { delayed, happenings } from './happenings.js';
import { fewestHeld, freshServers, longestAsking, type Server, serverWithRoom } from './servers.js';
import type { DisturbedInput, Happening } from './state.js';

type Together = NonNullable<DisturbedInput['together']>;

/** Seconds: whoever is later than this begins when it comes, as a real consumer does whose clock is that of the model. */
const stall = 0.02;

/** NaN where a customer was lost. */
export interface DisturbedPath extends SamplePath {
  readonly lost: number;
  /** Times that a customer was served after it had been served once. */
  readonly again: number;
}

/**
 * A first-come-first-served queue whose servers die, stop, slow down and lose their connection, and that is itself
 * killed and comes back: M/M/c becomes M/M/(c - 1) at the moment of a death. Among free servers the one that has been
 * free longest begins; customers may be bound to busy ones, too, by any of the rules that the twins without faults have.
 */
export function disturbedQueue(input: DisturbedInput): DisturbedPath {
  const { services, batch = 1, room = 1, lateness, together } = input;
  const order = input.fewestFirst ? fewestHeld : longestAsking;
  const { started, finished } = emptyPath(services.length);
  started.fill(Number.NaN);
  finished.fill(Number.NaN);
  const due = delayed(input.arrivals, input.faults);
  const arrivals = lateness ? under(due, lateness.sending) : due;
  const pool = freshServers(input.servers);
  const queue: number[] = [];
  const to: Happening[] = [];
  const later = (time: number, act: () => void) => {
    const place = to.findIndex(one => one.time > time);
    to.splice(place < 0 ? to.length : place, 0, { time, act });
  };
  happenings({ pool, queue, later }, input);

  let next = 0;
  let again = 0;
  let turns = pool.length;
  for (;;) {
    const arrival = arrivals[next] ?? Number.POSITIVE_INFINITY;
    const end = pool.reduce((first, server) => Math.min(first, server.end), Number.POSITIVE_INFINITY);
    const moment = to[0]?.time ?? Number.POSITIVE_INFINITY;
    const now = Math.min(arrival, end, moment);
    if (now === Number.POSITIVE_INFINITY) break;
    if (end === now) depart(now);
    else if (moment === now) to.shift()?.act();
    else queue.push(next++);
    while (queue.length > 0) {
      const server = serverWithRoom(pool, now, room, order);
      if (server === undefined) break;
      const isFree = server.hands.length === 0;
      server.hands.push(...queue.splice(0, batch));
      server.turn = turns++;
      if (server.hands.length < room) server.asks = now;
      if (!isFree || server.dead) continue;
      const wanted = Math.max(due[server.hands[0]], server.free);
      serve(server, lateness && now - wanted <= stall ? wanted : now);
    }
  }
  return { started, finished, lost: finished.filter(Number.isNaN).length, again };

  function serve(server: Server, now: number): void {
    const [customer] = server.hands;
    server.end = now + services[customer] * server.factor;
    if (Number.isNaN(started[customer])) started[customer] = now;
  }

  function acknowledge(server: Server, now: number, { every, within }: Together): void {
    const untold = server.untold;
    const tell = () => {
      if (server.untold === untold && !server.dead) server.untold = [];
    };
    untold.push(server.last);
    if (untold.length >= every) tell();
    else if (untold.length === 1) later(now + within, tell);
  }

  function depart(now: number): void {
    const server = pool.find(({ end }) => end === now) as Server;
    const wasFull = server.hands.length >= room;
    server.last = server.hands.shift() as number;
    server.free = now;
    if (wasFull) server.asks = now + short(lateness?.asking[server.last]);
    if (lateness) later(server.asks, () => {});
    server.end = Number.POSITIVE_INFINITY;
    if (Number.isNaN(finished[server.last])) finished[server.last] = now;
    else again++;
    if (together) acknowledge(server, now, together);
    if (server.hands.length > 0) serve(server, now);
  }
}

/** What is longer is the fault itself, which the queue suffers as such. */
const short = (late = 0): number => (late <= stall ? late : 0);

/** When customers are under way to the queue: none before one that came earlier. */
function under(due: Float64Array, late: Float64Array): Float64Array {
  let latest = Number.NEGATIVE_INFINITY;
  return due.map((time, i) => {
    latest = Math.max(latest, time + short(late[i]));
    return latest;
  });
}
