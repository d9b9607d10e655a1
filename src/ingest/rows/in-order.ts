import { type Customer, seconds, timeOf } from './customer.js';

/** Logs are often written as customers leave: so many rows may stand between one and its place in the order of arrival. */
const window = 1 << 16;

/**
 * Hands customers on in the order of their times, in memory for the window alone: a row goes on when so many
 * have been read after it. In a log that is in order already it costs nothing to find its place.
 */
export class InOrder {
  /** How many did not stand in their place. */
  moved = 0;
  private readonly held: Customer[] = [];
  private first = 0;
  private last = Number.NEGATIVE_INFINITY;
  private readonly take: (customer: Customer) => void;

  constructor(take: (customer: Customer) => void) {
    this.take = take;
  }

  /** What is wrong with the customer: it is so early that later ones have gone on; undefined: nothing. */
  add(customer: Customer): string | undefined {
    const time = timeOf(customer);
    if (time < this.last)
      return `it came ${seconds(this.last - time)} before rows more than ${window} above it: sort the file by time`;
    const { held } = this;
    let place = held.length;
    while (place > this.first && timeOf(held[place - 1]) > time) place--;
    if (place === held.length) held.push(customer);
    else {
      held.splice(place, 0, customer);
      this.moved++;
    }
    if (held.length - this.first > window) this.next();
    return undefined;
  }

  /** Hands on those that are left. */
  end(): void {
    while (this.first < this.held.length) this.next();
  }

  private next(): void {
    const customer = this.held[this.first++];
    this.last = timeOf(customer);
    this.take(customer);
    if (this.first < window) return;
    this.held.splice(0, this.first);
    this.first = 0;
  }
}
