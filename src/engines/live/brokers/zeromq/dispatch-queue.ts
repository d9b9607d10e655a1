import { identityBytes } from './frames.js';

interface Consumer {
  readonly name: Buffer;
  /** Messages that it has and has not acknowledged, the first first. */
  held: Buffer[];
  /** Grows with each time that it asks. */
  asked: number;
  /** Messages that it has room for. */
  room: number;
  /** Seconds; when something was heard from it last. */
  heard: number;
}

/**
 * First come, first served: the next message goes to the consumer with room for the most, which has the fewest to do,
 * among equals to whoever has not asked for longest. With room for one each, none is bound to a busy consumer while another is free.
 */
export class DispatchQueue {
  /** Messages that were delivered too often. */
  readonly dead: Buffer[] = [];
  private queue: Buffer[] = [];
  private head = 0;
  private asked = 0;
  private readonly consumers = new Map<string, Consumer>();
  /** Failures by the identity of the message. */
  private readonly failures = new Map<string, number>();
  private readonly maxDeliveries: number;
  private readonly deliver: (consumer: Buffer, message: Buffer) => void;

  constructor(maxDeliveries: number, deliver: (consumer: Buffer, message: Buffer) => void) {
    this.maxDeliveries = maxDeliveries;
    this.deliver = deliver;
  }

  /** Messages that wait or are with a consumer. */
  get depth(): number {
    let held = 0;
    for (const consumer of this.consumers.values()) held += consumer.held.length;
    return this.queue.length - this.head + held;
  }

  add(message: Buffer): void {
    this.queue.push(message);
    this.dispatch();
  }

  ask(name: Buffer, now: number): void {
    const consumer = this.consumerOf(name, now);
    consumer.asked = ++this.asked;
    consumer.room++;
    this.dispatch();
  }

  alive(name: Buffer, now: number): void {
    const consumer = this.consumers.get(name.toString('hex'));
    if (consumer) consumer.heard = now;
  }

  done(name: Buffer, identity: Buffer, now: number): void {
    this.take(name, identity, now);
  }

  /** Served again behind those that wait, or dead. */
  failed(name: Buffer, identity: Buffer, now: number): void {
    const message = this.take(name, identity, now);
    if (message && !this.isDead(message)) this.add(message);
  }

  /** Its connection has come back: what it does not have was lost on the way, and comes first again. It asks anew. */
  again(name: Buffer, has: readonly Buffer[], now: number): void {
    const consumer = this.consumerOf(name, now);
    consumer.room = 0;
    const isThere = (message: Buffer) => has.some(identity => identity.equals(identityOf(message)));
    const lost = consumer.held.filter(message => !isThere(message));
    consumer.held = consumer.held.filter(isThere);
    this.bring(lost);
    this.dispatch();
  }

  /** Nothing more is sent to it. */
  leave(name: Buffer): void {
    const consumer = this.consumers.get(name.toString('hex'));
    if (consumer) consumer.room = 0;
  }

  /** What is with consumers that were silent since then comes first again. */
  reap(since: number): void {
    for (const [key, { heard, held }] of this.consumers) {
      if (heard >= since) continue;
      this.consumers.delete(key);
      this.bring(held);
    }
    this.dispatch();
  }

  /** Before all that wait. */
  private bring(messages: readonly Buffer[]): void {
    this.queue = [...messages.filter(message => !this.isDead(message)), ...this.queue.slice(this.head)];
    this.head = 0;
  }

  private take(name: Buffer, identity: Buffer, now: number): Buffer | undefined {
    const { held } = this.consumerOf(name, now);
    const place = held.findIndex(message => identityOf(message).equals(identity));
    return place < 0 ? undefined : held.splice(place, 1)[0];
  }

  private isDead(message: Buffer): boolean {
    const identity = message.toString('hex', 0, identityBytes);
    const failures = (this.failures.get(identity) ?? 0) + 1;
    this.failures.set(identity, failures);
    if (failures < this.maxDeliveries) return false;
    this.dead.push(message);
    return true;
  }

  private dispatch(): void {
    while (this.head < this.queue.length) {
      const consumer = this.next();
      if (consumer === undefined) return;
      const message = this.queue[this.head++];
      if (this.head === 1024) {
        this.queue = this.queue.slice(this.head);
        this.head = 0;
      }
      consumer.room--;
      consumer.held.push(message);
      this.deliver(consumer.name, message);
    }
  }

  private next(): Consumer | undefined {
    let best: Consumer | undefined;
    for (const consumer of this.consumers.values()) {
      if (consumer.room > 0 && (best === undefined || isBefore(consumer, best))) best = consumer;
    }
    return best;
  }

  private consumerOf(name: Buffer, now: number): Consumer {
    const key = name.toString('hex');
    const consumer = this.consumers.get(key) ?? { name, held: [], asked: 0, room: 0, heard: now };
    consumer.heard = now;
    this.consumers.set(key, consumer);
    return consumer;
  }
}

const identityOf = (message: Buffer): Buffer => message.subarray(0, identityBytes);

const isBefore = (a: Consumer, b: Consumer): boolean =>
  a.room === b.room ? a.asked < b.asked : a.room > b.room;
