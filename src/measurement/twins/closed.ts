import { addTo, takeFirst } from '../../numerics/heap.js';
import type { ClientColumns } from '../observation.js';
import { emptyPath, type Recursion, type SamplePath } from './path.js';

export interface ClosedPath extends SamplePath {
  /** When each was sent. */
  readonly arrival: Float64Array;
}

interface Request {
  readonly time: number;
  readonly message: number;
}

const earlier = (a: Request, b: Request): boolean =>
  a.time < b.time || (a.time === b.time && a.message < b.message);

/**
 * Clients who all think at first, and then send, wait for the answer and think again: what becomes of their messages
 * in the queue. A client that is turned away thinks again at once.
 *
 * @param services seconds, by message
 */
export function behindClients(
  queue: Recursion,
  { client, think }: Pick<ClientColumns, 'client' | 'think'>,
  services: Float64Array,
): ClosedPath {
  const arrival = new Float64Array(services.length);
  const { started, finished } = emptyPath(services.length);
  const following = new Int32Array(services.length).fill(-1);
  const latest = new Map<number, number>();
  const calendar: Request[] = [];
  for (const [message, who] of client.entries()) {
    const before = latest.get(who);
    if (before === undefined) addTo(calendar, { time: think[message], message }, earlier);
    else following[before] = message;
    latest.set(who, message);
  }
  while (calendar.length > 0) {
    const { time, message } = takeFirst(calendar, earlier);
    arrival[message] = time;
    started[message] = queue(time, services[message], message);
    finished[message] = started[message] + services[message];
    const answered = Number.isNaN(started[message]) ? time : finished[message];
    const next = following[message];
    if (next >= 0) addTo(calendar, { time: answered + think[next], message: next }, earlier);
  }
  return { arrival, started, finished };
}
