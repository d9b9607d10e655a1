import type { Aftermath, AftermathOutcome, Phases } from '../../../result/aftermath.js';
import type { Spike } from '../../../result/recovery.js';
import { isOpen, outsideRate } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { formatNumber } from '../../../units.js';
import { column } from '../ledger.js';
import { booksOf } from '../network/books.js';
import { originOf } from '../setup.js';
import { unsupported } from '../unsupported.js';
import { type Episode, episodeOf } from './episode.js';
import { meanNumber, meanOf, shareOfNumbers } from './number-estimates.js';

/** Runs in all: where each of them heals, at least nine in ten do, with 95 % confidence. */
const runs = 40;
/** Intervals of the spike itself; the time before and after is cut as finely. */
const partsOfSpike = 4;
const mostIntervals = 4000;
/** The part of the time after the spike, at its end, in which what is done is looked at. */
const lastPart = 0.25;
/** Less than this share of what was done before is not what was done before. */
const asBefore = 0.9;

export interface StrikeOptions {
  /** Seconds before the spike, after which the start is forgotten, and after it. */
  readonly calm: number;
  readonly watch: number;
  readonly signal?: AbortSignal;
}

/** What is left of a spike of the arrivals of every class, which are Poisson, in runs of their own. */
export async function simulateAftermath(
  scenario: Scenario,
  spike: Spike,
  { calm, watch, signal }: StrikeOptions,
): Promise<AftermathOutcome> {
  const width = spike.seconds / partsOfSpike;
  const [early, late] = [calm, watch].map(time => Math.ceil(time / width));
  const intervals = early + partsOfSpike + late;
  const duration = intervals * width;
  const struck = withSpike(scenario, spike, early * width);
  const told = { ...struck, run: { ...struck.run, duration } };
  const reason = unsupported(told) ?? tooMany(told, spike, duration, intervals);
  if (reason !== undefined) return { answered: false, reason };
  const shape = { scenario: told, books: booksOf(told), duration, intervals, origin: originOf(told) };
  const passed: Passed[] = [];
  for (let r = 0; r < runs; r++) {
    passed.push(passedIn(episodeOf(shape, r), { early, width }));
    await new Promise(resolve => setTimeout(resolve, 0));
    if (signal?.aborted) return { answered: false, reason: 'it was interrupted' };
  }
  return { answered: true, aftermath: summary(passed, scenario.run.confidence) };
}

function withSpike(scenario: Scenario, { factor, seconds }: Spike, calm: number): Scenario {
  const classes = Object.entries(scenario.classes).map(([name, customers]) => {
    if (!isOpen(customers)) return [name, customers] as const;
    const rate = outsideRate(customers);
    const arrivals = {
      process: 'profile',
      rates: [rate, factor * rate, rate],
      durations: [calm, seconds],
    };
    return [name, { ...customers, arrivals }] as const;
  });
  return { ...scenario, classes: Object.fromEntries(classes) };
}

function tooMany(
  { classes, run }: Scenario,
  { factor, seconds }: Spike,
  duration: number,
  intervals: number,
): string | undefined {
  if (intervals > mostIntervals)
    return `the spike is so short beside the time that is to be looked at that ${intervals} intervals would be kept`;
  const rate = Object.values(classes).reduce((sum, customers) => sum + outsideRate(customers), 0);
  const customers = runs * rate * (duration + (factor - 1) * seconds);
  if (customers <= run.maxCustomers) return undefined;
  return `${runs} runs have about ${formatNumber(customers / 1e6, 2)} million customers: raise run.maxCustomers (${formatNumber(run.maxCustomers / 1e6, 2)} million)`;
}

/** Of one run: counts by interval, all classes of the whole system. */
interface Passed {
  readonly width: number;
  /** Intervals before the spike. */
  readonly early: number;
  readonly done: readonly number[];
  readonly attempts: readonly number[];
  readonly come: readonly number[];
}

function passedIn({ intervals }: Episode, { early, width }: Pick<Passed, 'early' | 'width'>): Passed {
  const sums = intervals.map(places => places[places.length - 1]);
  return {
    early,
    width,
    done: sums.map(sum => sum[column.served]),
    attempts: sums.map(sum => sum[column.served] + sum[column.failed]),
    come: sums.map(sum => sum[column.arrivals]),
  };
}

function summary(passed: readonly Passed[], confidence: number): Aftermath {
  const before = meanOf(passed.map(run => goodput(run, 'before')));
  const back = passed.map(run =>
    goodput(run, 'after') >= asBefore * before ? backAfter(run, before) : Infinity,
  );
  const healed = back.filter(Number.isFinite);
  const phases = (of: (run: Passed, phase: Phase) => number): Phases => {
    const [first, spike, last] = (['before', 'during', 'after'] as const).map(phase =>
      meanNumber(
        passed.map(run => of(run, phase)),
        confidence,
      ),
    );
    return { before: first, during: spike, after: last };
  };
  return {
    runs: passed.length,
    healed: shareOfNumbers(back, Number.isFinite, confidence),
    goodput: phases(goodput),
    amplification: phases((run, phase) => {
      const come = sumOf(run.come, run, phase);
      return come === 0 ? 0 : sumOf(run.attempts, run, phase) / come;
    }),
    ...(healed.length > 1 && { backAfter: meanNumber(healed, confidence) }),
  };
}

type Phase = keyof Phases;

/** First and last (exclusive) of the intervals; the first half of the time before is left out. */
function range({ early, done }: Passed, phase: Phase): readonly [number, number] {
  const end = early + partsOfSpike;
  if (phase === 'during') return [early, end];
  if (phase === 'before') return [Math.floor(early / 2), early];
  return [Math.floor(done.length - lastPart * (done.length - end)), done.length];
}

const sumOf = (counts: readonly number[], run: Passed, phase: Phase): number =>
  counts.slice(...range(run, phase)).reduce((sum, n) => sum + n, 0);

function goodput(run: Passed, phase: Phase): number {
  const [from, until] = range(run, phase);
  return sumOf(run.done, run, phase) / ((until - from) * run.width);
}

/** Seconds after the spike at which the customers who came since it began have been done as they were before. */
function backAfter({ early, done, width }: Passed, before: number): number {
  const end = early + partsOfSpike;
  // A single interval has few customers: four together.
  const isBack = (k: number) =>
    done.slice(k, k + partsOfSpike).reduce((sum, n) => sum + n, 0) >=
    asBefore * before * partsOfSpike * width;
  for (let k = end; k + partsOfSpike <= done.length; k++) if (isBack(k)) return (k - end) * width;
  return (done.length - end) * width;
}
