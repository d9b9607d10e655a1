import { factorsFor } from '../../../statistics/interval.js';
import { Batches } from '../batches.js';
import type { SoFar } from '../parts.js';
import type { Finished } from '../procedure.js';
import { replicationCount } from '../team.js';
import { systemView, type View } from '../views.js';
import { type Episode, type EpisodeShape, episodeOf } from './episode.js';

/** More runs than this are memory for nothing. */
export const mostRuns = 1000;
/** From one look at the precision to the next. */
const growth = 1.5;
/** Customers between two looks at the event loop: some tens of milliseconds. */
const breathEvery = 200_000;

export interface RunsOptions {
  /** Exactly so many; absent: as many as the precision needs. */
  readonly replications?: number;
  readonly maxCustomers: number;
  readonly confidence: number;
  /** Whether the times of all classes are put together. */
  readonly timed: boolean;
  readonly satisfied: (soFar: SoFar) => boolean;
  readonly onCheckpoint?: (customers: number) => void;
  readonly signal?: AbortSignal;
}

export interface Runs extends Finished {
  readonly episodes: readonly Episode[];
}

/**
 * Independent runs of given length, each from the same start: 16, then half as many again until they satisfy or
 * the next ones would exceed the budget. Every run counts as a whole, so its customers may depend on each other and on
 * the time as they will, and intervals over runs are those of independent numbers.
 */
export async function independentRuns(shape: EpisodeShape, options: RunsOptions): Promise<Runs> {
  const { replications, maxCustomers, onCheckpoint, signal } = options;
  const episodes: Episode[] = [];
  let customers = 0;
  let sinceBreath = 0;
  let target = replications ?? replicationCount;
  for (;;) {
    while (episodes.length < target) {
      const episode = episodeOf(shape, episodes.length);
      episodes.push(episode);
      const had = arrivalsOf(episode, shape);
      customers += had;
      sinceBreath += had;
      if (sinceBreath < breathEvery) continue;
      sinceBreath = 0;
      onCheckpoint?.(customers);
      await new Promise(resolve => setTimeout(resolve, 0));
      if (signal?.aborted && episodes.length < target)
        return { ...judged(episodes, shape, options, customers), end: 'interrupted' };
    }
    onCheckpoint?.(customers);
    const state = judged(episodes, shape, options, customers);
    const ledgers = episodes.map(episode => episode.ledgers);
    if (options.satisfied({ ...state, ledgers })) return { ...state, end: 'satisfied' };
    const next = Math.ceil(episodes.length * growth);
    const exceeds = (customers / episodes.length) * next > maxCustomers || next > mostRuns;
    if (replications !== undefined || exceeds) return { ...state, end: 'budget' };
    target = next;
  }
}

function judged(
  episodes: readonly Episode[],
  { books, duration }: EpisodeShape,
  { confidence, timed }: RunsOptions,
  customers: number,
): Omit<Runs, 'end'> {
  const factors = factorsFor(confidence, episodes.length, 1);
  const batchesOf = (view: View) => new Batches(view, 1, 0, duration, factors);
  const ledgers = episodes.map(episode => episode.ledgers);
  return { episodes, customers, batchesOf, batches: batchesOf(systemView(books, ledgers, timed)) };
}

function arrivalsOf({ ledgers }: Episode, { books }: EpisodeShape): number {
  return systemView(books, [ledgers], false).reduce((sum, ledger) => sum + ledger.sum(0, 'arrivals'), 0);
}
