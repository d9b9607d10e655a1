import type { ServiceKind } from '../../../scenario/type.js';
import type { Receiver } from '../broker.js';
import { now } from '../clock.js';
import { decode } from '../message.js';
import type { Alarms } from '../pacing/alarms.js';
import { Pending } from './pending.js';
import type { ServedRow, Step } from './protocol.js';

export interface Consumer {
  readonly receiver: Receiver;
  /** Number of the consumer, from 0. */
  readonly consumer: number;
  readonly service: ServiceKind;
  /** Seconds on the monotonic clock. */
  readonly epoch: number;
  readonly alarms: Alarms;
  readonly log: { readonly add: (row: ServedRow) => void };
  /** Its place among the consumers of this process, from 0. */
  readonly place: number;
  /** Present where services keep a processor busy: for so many seconds. */
  readonly burn?: (seconds: number) => Promise<void>;
  /** How many times as long services take just now. */
  readonly slowness: () => number;
  /** Whether messages are there before the epoch: then it asks for none sooner. */
  readonly backlog: boolean;
  /** Present where clients wait: the service has ended, and from when on its client may think. */
  readonly answered?: (id: number, end: number) => void;
  /** Present in a disturbed run. */
  readonly disturbed?: {
    readonly told: (step: Step, id: number) => void;
    readonly fails: (id: number) => boolean;
  };
}

/** Seconds. Who is later than this was stopped, or got what another had: a virtual clock hides no such thing. */
const stall = 0.02;

/**
 * One consumer until it is stopped: fetch, serve, acknowledge.
 *
 * A natural service begins when the message is in hand, as one does that keeps a processor busy. A virtual one ends when the model would end it,
 * max(end of the previous one, intended arrival) + S, on a clock that advances by services and not by what the
 * machine did: fetching a message hides in its service, and no error adds up over a busy period.
 */
export async function consume(options: Consumer): Promise<void> {
  const { receiver, consumer, service, epoch, alarms, log, place, burn, slowness, answered, disturbed } =
    options;
  let virtualEnd = Number.NEGATIVE_INFINITY;
  const acknowledgements = new Pending();
  if (options.backlog) await alarms.until(place, epoch);
  for (;;) {
    const message = await receiver.receive();
    if (message === undefined) break;
    const received = now() - epoch;
    const fetched = receiver.fetchedAt ? receiver.fetchedAt() - epoch : received;
    const { id, intended, sent, service: needed } = decode(message);
    disturbed?.told('delivered', id);
    const due = Math.max(virtualEnd, intended);
    const onTime = service === 'virtual' && !(disturbed && received - due > stall);
    const started = onTime ? due : received;
    const length = needed * slowness();
    const end = started + length;
    const served = burn ? burn(length) : alarms.until(place, epoch + end);
    if (served) await served;
    const finished = now() - epoch;
    virtualEnd = disturbed && finished - end > stall ? finished : end;
    if (disturbed?.fails(id)) {
      disturbed.told('failed', id);
      await receiver.reject();
      continue;
    }
    disturbed?.told('processed', id);
    answered?.(id, service === 'virtual' ? end : finished);
    const told = (acknowledged: number) =>
      log.add({ id, sent, fetched, received, started, finished, acknowledged, consumer });
    const reply = receiver.acknowledge();
    if (reply === undefined) {
      told(finished);
      continue;
    }
    // Not awaited: the next fetch goes out right behind it, so it costs no round trip of its own.
    acknowledgements.add(reply, {
      kept: () => told(now() - epoch),
      // A lost server fails the next fetch, which ends the run with its reason; this message was served all the same.
      broken: () => told(Number.NaN),
    });
  }
  await acknowledgements.settled();
}
