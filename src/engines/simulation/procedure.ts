import { factorsFor } from '../../statistics/interval.js';
import { Batches } from './batches.js';
import { batchCapacity } from './ledger.js';
import { type ReplicationLedgers, replicationCount, type Team } from './team.js';
import type { View } from './views.js';

/** Customers of the first round, over all replications. */
const firstRound = 4096;
/** Batches at which the run is judged; at the second of them they are merged in pairs. */
const checkpoints = [12, batchCapacity] as const;

export interface ProcedureOptions {
  /** Customers arriving per second of simulated time in one replication. */
  readonly rate: number;
  readonly maxCustomers: number;
  /** Seconds after which the arrival rate repeats itself: a batch holds whole cycles. */
  readonly cycle?: number;
  readonly warmUp: 'auto' | number;
  /** Of the intervals. */
  readonly confidence: number;
  /** The part of the system by which the run is judged. */
  readonly main: (ledgers: readonly ReplicationLedgers[]) => View;
  /** Whether the run may end here; other parts can be looked at too. */
  readonly satisfied: (batches: Batches, batchesOf: (view: View) => Batches) => boolean;
  readonly onCheckpoint?: (customers: number) => void;
}

export interface Finished {
  /** Of the part by which the run was judged. */
  readonly batches: Batches;
  /** Of any other part. */
  readonly batchesOf: (view: View) => Batches;
  /** Simulated, warm-up included. */
  readonly customers: number;
  readonly end: 'satisfied' | 'budget' | 'interrupted';
}

/**
 * The sequential procedure: 16 replications from empty, advanced together in 16 batches of time that are
 * merged in pairs when full; the first eighth is left out of each; at 12 and at 16 batches the run is judged,
 * and it ends when it satisfies or the next checkpoint would exceed the budget.
 *
 * Fixed deletion, because choosing the cut from the data was measured to bias the estimate; few checkpoints,
 * because every look costs coverage.
 */
export async function runProcedure(team: Team, options: ProcedureOptions): Promise<Finished> {
  let length = firstLength(options.rate, options.cycle);
  let clock = 0;
  let filled = 0;
  for (let round = 0; ; round = 1 - round) {
    const target = checkpoints[round];
    const complete = await team.advance({ from: filled, to: target, clock, length });
    if (!complete) return { ...judged(team, filled, length, options), end: 'interrupted' };
    clock += (target - filled) * length;
    filled = target;
    const state = judged(team, filled, length, options);
    options.onCheckpoint?.(state.customers);
    if (state.warm && options.satisfied(state.batches, state.batchesOf))
      return { ...state, end: 'satisfied' };
    const growth = checkpoints[1 - round] / (round === 0 ? filled : filled / 2);
    if (state.customers * growth > options.maxCustomers) return { ...state, end: 'budget' };
    if (filled === batchCapacity) {
      for (const ledger of team.ledgers.flat()) ledger.merge();
      filled /= 2;
      length *= 2;
    }
  }
}

/** Seconds of a batch in the first round. */
function firstLength(rate: number, cycle?: number): number {
  const length = firstRound / (replicationCount * checkpoints[0] * rate);
  return cycle === undefined ? length : cycle * Math.ceil(length / cycle);
}

/** Customers that the first round takes, over all replications. */
export const leastCustomers = ({ rate, cycle }: Pick<ProcedureOptions, 'rate' | 'cycle'>): number =>
  replicationCount * checkpoints[0] * rate * firstLength(rate, cycle);

interface Judged extends Omit<Finished, 'end'> {
  /** Whether the warm-up asked for is over in most of the batches. */
  readonly warm: boolean;
}

function judged(team: Team, filled: number, length: number, options: ProcedureOptions): Judged {
  const wanted = options.warmUp === 'auto' ? Math.ceil(filled / 8) : Math.ceil(options.warmUp / length);
  const dropped = Math.min(wanted, Math.max(0, filled - 2));
  const factors = factorsFor(options.confidence, replicationCount, filled - dropped);
  const batchesOf = (view: View) => new Batches(view, filled, dropped, length, factors);
  const batches = batchesOf(options.main(team.ledgers));
  return {
    batches,
    batchesOf,
    customers: batches.total('arrivals') + batches.dropped('arrivals'),
    warm: wanted <= filled / 2,
  };
}
