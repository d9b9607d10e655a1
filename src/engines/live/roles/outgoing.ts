import type { Sender } from '../broker.js';
import { encode, type Header } from '../message.js';
import { QueueFull } from '../problem.js';
import type { Link } from './link.js';
import { Pending } from './pending.js';
import { sentColumns, turnedAwayColumns } from './protocol.js';
import { Rows } from './rows.js';

/** Seconds between two reports. */
const reportEvery = 0.2;

/** The messages of one sender on their way into the queue, and the parent's knowledge of them. */
export class Outgoing {
  /** The first failure; nothing more is sent after it. */
  failure: Error | undefined;
  private readonly sender: Sender;
  private readonly report: Link['report'];
  private readonly comesAgain: (header: Header) => boolean;
  private readonly sent = new Rows(sentColumns);
  private readonly turnedAway = new Rows(turnedAwayColumns);
  private readonly deliveries = new Pending();
  private readonly timer: NodeJS.Timeout;

  /** @param comesAgain is told of a message for which the queue had no room, and says whether it will be sent again */
  constructor(sender: Sender, report: Link['report'], comesAgain: (header: Header) => boolean) {
    this.sender = sender;
    this.report = report;
    this.comesAgain = comesAgain;
    this.timer = setInterval(() => this.tell(), reportEvery * 1000);
  }

  /** @returns a promise that is kept when the queue has answered, or failed to */
  send(header: Header, payloadBytes: number): Promise<void> {
    this.sent.add(header);
    return this.deliveries.add(this.sender.send(encode(header, payloadBytes)), {
      broken: error => (error instanceof QueueFull ? this.full(header) : this.fail(error)),
    });
  }

  /** Messages that the queue has not answered yet. */
  get unanswered(): number {
    return this.deliveries.open;
  }

  /** Tells the parent what it does not know yet. */
  tell(): void {
    if (!this.sent.isEmpty) this.report({ kind: 'sent', rows: this.sent.take() });
    if (!this.turnedAway.isEmpty) this.report({ kind: 'turned-away', rows: this.turnedAway.take() });
  }

  /** Waits for the answers that are still out, and leaves. */
  async close(): Promise<void> {
    this.tell();
    await this.deliveries.settled();
    clearInterval(this.timer);
    this.tell();
    await this.sender.close();
  }

  private full(header: Header): void {
    if (!this.comesAgain(header)) this.turnedAway.add({ id: header.id });
  }

  private fail(error: Error): void {
    if (this.failure) return;
    this.failure = error;
    this.report({ kind: 'failed', message: error.message });
  }
}
