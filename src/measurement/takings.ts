import { bySending, type Observations } from './observation.js';
import type { Lateness } from './twins/lateness.js';

/** Messages that a consumer took from the queue at once, in the order in which it served them. */
interface Taking {
  /** The message that it had served before; absent before its first. */
  readonly after?: number;
  readonly messages: number[];
}

/** Seconds, to tell who came next from who was in time. */
const instant = 1e-9;

/**
 * What the takings of batches show of lateness that no clock of a sender or consumer sees. A message that was left behind
 * came to the queue after the others had been asked for; they were asked for after the last that went along had come, and
 * after all that were taken before. Each time is moved as little as that needs. What would be moved by more than a
 * quarter of a service stays where it is: a queue that holds messages back is no lateness.
 *
 * @param batch most messages of a taking
 * @returns seconds from being sent to being under way, and from the end of a service to the request for the next; all 0
 *   where several senders leave the order of the queue unknown
 */
export function latenessOfTakings(observations: Observations, batch: number): Lateness {
  const { sent, finished, service } = observations;
  const [sending, asking] = [new Float64Array(sent.length), new Float64Array(sent.length)];
  const most = service.reduce((sum, time) => sum + time, 0) / service.length / 4;
  const lostBehind = beforeLost(observations);
  const orNone = (late: number) => (late > 0 && late <= most ? late : 0);
  /** When the queue was asked last, and when the next message can have come. */
  let [asked, next] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { after, messages } of takingsOf(observations)) {
    for (const i of messages) {
      sending[i] = orNone(next - sent[i]);
      next = Math.max(next, sent[i] + sending[i]);
    }
    const last = messages[messages.length - 1];
    const came = sent[last] + sending[last];
    const free = after === undefined ? Number.NEGATIVE_INFINITY : finished[after];
    const waited = messages.length === 1 && came > Math.max(free, asked);
    asked = Math.max(came, free, asked);
    if (after !== undefined && !waited) asking[after] = orNone(asked - free);
    if (messages.length < batch && !lostBehind.has(last)) next = Math.max(next, asked + instant);
  }
  return { sending, asking };
}

/** In the order of the queue; none where those that were taken at once did not stand together in it. */
function takingsOf(observations: Observations): Taking[] {
  const { sent, fetched, finished, consumer } = observations;
  const queue = bySending(observations).filter(i => Number.isFinite(finished[i]));
  const latest = new Map<number, Taking>();
  const takings: Taking[] = [];
  for (const i of queue.toSorted((a, b) => finished[a] - finished[b])) {
    const before = latest.get(consumer[i]);
    if (before && fetched && fetched[before.messages[0]] === fetched[i]) before.messages.push(i);
    else {
      const taking = { messages: [i], ...(before && { after: before.messages.at(-1) as number }) };
      latest.set(consumer[i], taking);
      takings.push(taking);
    }
  }
  takings.sort((a, b) => sent[a.messages[0]] - sent[b.messages[0]]);
  const inOrder = takings.flatMap(({ messages }) => messages).every((i, place) => i === queue[place]);
  return inOrder ? takings : [];
}

/** Messages behind which one stood that was never served: it may have been taken with them. */
function beforeLost(observations: Observations): ReadonlySet<number> {
  const queue = bySending(observations);
  return new Set(queue.filter((_, place) => Number.isNaN(observations.finished[queue[place + 1]])));
}
