import type { Stream } from '../../../../random/index.js';
import type { LineContext, WaitingLine } from './line.js';

/** Service in random order: each who waits is as likely as any other to be next. */
class Lottery implements WaitingLine {
  private readonly items: number[] = [];
  private readonly stream: Stream;

  constructor(stream: Stream) {
    this.stream = stream;
  }

  get size(): number {
    return this.items.length;
  }

  push(customer: number): void {
    this.items.push(customer);
  }

  shift(): number {
    const { items } = this;
    const drawn = Math.floor(this.stream.uniform() * items.length);
    const customer = items[drawn];
    items[drawn] = items[items.length - 1];
    items.length--;
    return customer;
  }
}

export const siro = ({ stream }: LineContext): WaitingLine => new Lottery(stream);
