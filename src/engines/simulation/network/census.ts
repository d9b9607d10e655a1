import type { Ledger } from '../ledger.js';
import type { Network } from './network.js';
import type { Bookkeeping } from './station.js';

/**
 * How long so many customers are in the system: told of everyone who enters and leaves, it writes the time spent with
 * 0, 1, 2 ... into the ledger of the batch at hand, the last range being all that are more. A scenario in which nobody
 * asks for that has none.
 */
export class Census {
  private readonly network: Network;
  private readonly ranges: number;
  private present = 0;
  /** When the number changed last, or the batch began. */
  private since = 0;
  private states: Ledger['states'] = new Float64Array();
  private offset = 0;

  /** Listens in on whoever enters the network, and on its books. */
  constructor(network: Network, ranges: number) {
    this.network = network;
    this.ranges = ranges;
    const admit = network.admit.bind(network);
    network.admit = classNumber => {
      this.changes(1);
      return admit(classNumber);
    };
    network.books = this.listening(network.books);
  }

  /** What follows belongs to this batch. */
  open({ states }: Ledger, batch: number): void {
    this.states = states;
    this.offset = batch * this.ranges;
  }

  /** Writes the time until now. */
  close(end: number): void {
    this.states[this.offset + Math.min(this.present, this.ranges - 1)] += end - this.since;
    this.since = end;
  }

  private changes(by: number): void {
    this.close(this.network.clock[0]);
    this.present += by;
  }

  private listening(books: Bookkeeping): Bookkeeping {
    const leaving = (tell: (customer: number) => void) => (customer: number) => {
      tell(customer);
      this.changes(-1);
    };
    return {
      visitEnds: customer => books.visitEnds(customer),
      withdrawn: customer => books.withdrawn(customer),
      failed: (customer, service) => books.failed(customer, service),
      inVain: (origin, attempts, service) => books.inVain(origin, attempts, service),
      journeyFails: (customer, how) => books.journeyFails(customer, how),
      journeyEnds: leaving(customer => books.journeyEnds(customer)),
      givesUp: leaving(customer => books.givesUp(customer)),
      baulks: leaving(customer => books.baulks(customer)),
      deadLettered: leaving(customer => books.deadLettered(customer)),
      turnedAway: leaving(customer => books.turnedAway(customer)),
    };
  }
}
