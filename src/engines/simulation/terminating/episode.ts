import type { Scenario } from '../../../scenario/type.js';
import { Ledger } from '../ledger.js';
import { type Books, ledgerIndex, shapesOf } from '../network/books.js';
import { NetworkRun } from '../network/network-run.js';
import type { ReplicationLedgers } from '../team.js';

/** One run of given length from its start. */
export interface Episode {
  /** Of the whole run, one batch each. */
  readonly ledgers: ReplicationLedgers;
  /** What happened in each interval, by station and last in the whole system: the sums of `column`, all classes. */
  readonly intervals: readonly (readonly Float64Array[])[];
  /** Customers in the system at the end. */
  readonly present: number;
  /** Most servers at a time, by station; undefined where their number is not kept. */
  readonly mostServers: readonly (number | undefined)[];
}

export interface EpisodeShape {
  readonly scenario: Scenario;
  readonly books: Books;
  /** Seconds. */
  readonly duration: number;
  /** Equal parts of the duration, each with sums of its own. */
  readonly intervals: number;
  /** Of the histograms' buckets. */
  readonly origin: number;
}

/** Replication `number` of the run. */
export function episodeOf(
  { scenario, books, duration, intervals, origin }: EpisodeShape,
  number: number,
): Episode {
  const run = new NetworkRun(scenario, scenario.run.seed, number, origin);
  const ledgers = shapesOf(books).map(shape => Ledger.of(1, shape));
  const totals = ledgers.map(({ width }) => new Float64Array(width));
  const parts: Float64Array[][] = [];
  for (let i = 0; i < intervals; i++) {
    // A list of its own tells that the batch is a new one, not the one before gone on with.
    run.advance([...ledgers], 0, (i * duration) / intervals, ((i + 1) * duration) / intervals);
    parts.push(places(books).map(place => sumOf(place.map(at => ledgers[at]))));
    // The batch is closed from its sums, so each interval begins with none; the histograms go on.
    for (const [at, { sums }] of ledgers.entries()) {
      for (let c = 0; c < sums.length; c++) totals[at][c] += sums[c];
      sums.fill(0);
    }
  }
  for (const [at, { sums }] of ledgers.entries()) sums.set(totals[at]);
  return { ledgers, intervals: parts, present: run.present, mostServers: run.mostServers };
}

/** The ledgers of every station, and last those of the journeys through the whole system. */
const places = (books: Books): number[][] =>
  [...books.stations, ...(books.journeys ? ['the whole'] : [])].map((_, station) =>
    books.classes.map((_, classNumber) => ledgerIndex(books, station, classNumber)),
  );

function sumOf(ledgers: readonly Ledger[]): Float64Array {
  const sum = new Float64Array(ledgers[0].width);
  for (const { sums } of ledgers) for (let c = 0; c < sums.length; c++) sum[c] += sums[c];
  return sum;
}
