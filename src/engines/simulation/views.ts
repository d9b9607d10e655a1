import { Ledger } from './ledger.js';
import { type Books, ledgerIndex } from './network/books.js';
import type { ReplicationLedgers } from './team.js';

/** One part of the system: its ledger in each replication. */
export type View = readonly Ledger[];

/** The whole system: the journeys of all classes, without their times where the classes alone are to tell them. */
export const systemView = (books: Books, ledgers: readonly ReplicationLedgers[], timed = true): View =>
  pooled(ledgers, rowOf(books, books.journeys ? books.stations.length : 0), timed);

/** One station, all classes. */
export const stationView = (books: Books, ledgers: readonly ReplicationLedgers[], station: number): View =>
  pooled(ledgers, rowOf(books, station));

/** One station, one class. */
export const visitView = (
  books: Books,
  ledgers: readonly ReplicationLedgers[],
  station: number,
  classNumber: number,
): View => pooled(ledgers, [ledgerIndex(books, station, classNumber)]);

/** The journeys of one class. */
export const classView = (books: Books, ledgers: readonly ReplicationLedgers[], classNumber: number): View =>
  pooled(ledgers, [ledgerIndex(books, books.journeys ? books.stations.length : 0, classNumber)]);

const rowOf = (books: Books, station: number): number[] =>
  books.classes.map((_, classNumber) => ledgerIndex(books, station, classNumber));

function pooled(ledgers: readonly ReplicationLedgers[], places: readonly number[], times = true): View {
  if (places.length === 1) return ledgers.map(replication => replication[places[0]]);
  return ledgers.map(replication => {
    const timed = times && places.every(place => replication[place].timed);
    const { shape, capacity } = replication[places[0]];
    const sum = Ledger.of(capacity, { ...shape, timed });
    for (const place of places) sum.add(replication[place]);
    return sum;
  });
}
