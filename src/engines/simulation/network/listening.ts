import type { Bookkeeping } from './station.js';

/** The same books, as an object of which one can replace what one wants to hear of. */
export const passedOn = (books: Bookkeeping): Bookkeeping => ({
  visitEnds: customer => books.visitEnds(customer),
  failed: (customer, service) => books.failed(customer, service),
  journeyEnds: customer => books.journeyEnds(customer),
  givesUp: customer => books.givesUp(customer),
  withdrawn: customer => books.withdrawn(customer),
  inVain: (origin, attempts, service) => books.inVain(origin, attempts, service),
  journeyFails: (customer, how) => books.journeyFails(customer, how),
  baulks: customer => books.baulks(customer),
  turnedAway: customer => books.turnedAway(customer),
  deadLettered: customer => books.deadLettered(customer),
});

/** Lets somebody know of every customer, or part of one, that leaves the network, in whatever way. */
export function toldOfLeaving(books: Bookkeeping, tell: (customer: number) => void): Bookkeeping {
  const then = (write: (customer: number) => void) => (customer: number) => {
    write(customer);
    tell(customer);
  };
  const all = passedOn(books);
  return {
    ...all,
    journeyEnds: then(all.journeyEnds),
    journeyFails: (customer, how) => {
      books.journeyFails(customer, how);
      tell(customer);
    },
    givesUp: then(all.givesUp),
    withdrawn: then(all.withdrawn),
    baulks: then(all.baulks),
    turnedAway: then(all.turnedAway),
    deadLettered: then(all.deadLettered),
  };
}
