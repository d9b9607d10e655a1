import { clientOf } from '../../../workload/client-work.js';
import { now } from '../clock.js';
import { Alarms } from '../pacing/alarms.js';
import type { Link } from './link.js';
import { type Answer, askedColumns, type ClientSends, heardColumns } from './protocol.js';
import { Rows } from './rows.js';

export interface ClientsOptions extends ClientSends {
  /** Of all clients together. */
  readonly messages: number;
  /** Seconds on the monotonic clock. */
  readonly epoch: number;
  readonly report: Link['report'];
  /** @param intended seconds from the epoch */
  readonly send: (message: {
    readonly id: number;
    readonly intended: number;
    readonly service: number;
  }) => void;
}

/** Seconds between two reports. */
const reportEvery = 0.2;

/**
 * Clients who all think at first, and then send, wait for the answer and think again. A client thinks from the time at
 * which its service ended, not from that at which it heard of it: the way of the answer hides in the thinking, and
 * only where that is shorter is the next message late.
 */
export class ClientsAtWork {
  private readonly options: ClientsOptions;
  private readonly alarms: Alarms;
  private readonly asked = new Rows(askedColumns);
  private readonly heard = new Rows(heardColumns);
  /** Who waits for the answer to which message, and since when. */
  private readonly waiting = new Map<
    number,
    { readonly hear: (end: number) => void; readonly since: number }
  >();
  private sent = 0;
  private end = () => {};
  private readonly ended = new Promise<void>(resolve => {
    this.end = resolve;
  });

  constructor(options: ClientsOptions) {
    this.options = options;
    this.alarms = new Alarms(options.clients);
  }

  /** Resolves when all messages are sent, and all answers are here or `stop` was called. */
  async work(): Promise<void> {
    const timer = setInterval(() => this.tell(), reportEvery * 1000);
    for (let client = 0; client < this.options.clients; client++) void this.live(client);
    await this.ended;
    clearInterval(timer);
    this.tell();
    await this.alarms.close();
  }

  /** A message was served; one that was delivered twice is answered once. */
  answer({ id, end }: Answer): void {
    if (!this.waiting.has(id)) return;
    this.heard.add({ id, heard: now() - this.options.epoch });
    this.goOn(id, end);
  }

  /** The queue had no room for a message: its client thinks again, from the time at which it wanted to send. */
  turnedAway(id: number): void {
    const asked = this.waiting.get(id);
    if (asked) this.goOn(id, asked.since);
  }

  stop(): void {
    this.sent = this.options.messages;
    this.end();
  }

  private goOn(id: number, from: number): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    asked?.hear(from);
    if (this.sent === this.options.messages && this.waiting.size === 0) this.end();
  }

  private async live(client: number): Promise<void> {
    const { messages, draws, epoch, send } = this.options;
    const next = clientOf(draws, client);
    for (let free = 0; ; ) {
      const { think, service } = next();
      const intended = free + think;
      await this.alarms.until(client, epoch + intended);
      if (this.sent === messages) return;
      const id = this.sent++;
      this.asked.add({ id, client, intended, think, service });
      const answer = new Promise<number>(hear => this.waiting.set(id, { hear, since: intended }));
      send({ id, intended, service });
      free = await answer;
    }
  }

  private tell(): void {
    const { report } = this.options;
    if (!this.asked.isEmpty) report({ kind: 'asked', rows: this.asked.take() });
    if (!this.heard.isEmpty) report({ kind: 'heard', rows: this.heard.take() });
  }
}
