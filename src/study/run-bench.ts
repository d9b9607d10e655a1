import {
  type Ceiling,
  ceiling,
  LiveUnavailable,
  redisBenchmark,
  type Yardstick,
} from '../engines/live/index.js';
import type { Scenario, Threshold } from '../scenario/type.js';
import { type HighestRate, highestRate } from './highest-rate.js';
import { provenance } from './provenance.js';
import { runStudy, type StudyOptions, type StudyRun } from './run-study.js';
import type { Provenance } from './study.js';

export type { Ceiling, Try, Yardstick } from '../engines/live/index.js';
export type { HighestRate } from './highest-rate.js';

export interface BenchQuestion {
  readonly brokers: readonly string[];
  readonly consumers: number;
  readonly payloadBytes: number;
  readonly inFlight: readonly number[];
  /** About how long each try lasts. */
  readonly seconds: number;
  /** Put to every broker as well, beside what theory says of it. */
  readonly scenario?: Scenario;
  /** Look for the highest rate that meets these, in tries of so many seconds. */
  readonly highest?: { readonly targets: readonly Threshold[]; readonly tryFor: number };
}

/** What `bench --json` prints. */
export interface BenchReport {
  readonly schema: 1;
  readonly consumers: number;
  readonly payloadBytes: number;
  readonly ceilings: readonly Ceiling[];
  readonly yardstick?: Yardstick;
  readonly unavailable: readonly { readonly broker: string; readonly reason: string }[];
  /** One study for each broker that could be driven. */
  readonly studies: readonly StudyRun['study'][];
  /** For each broker that could be driven, where targets were given. */
  readonly highest: readonly HighestRate[];
  readonly provenance: Provenance;
}

export interface BenchOptions {
  readonly command: string;
  /** Threads for simulations; their number changes no result. */
  readonly workers: number;
  readonly redisUrl?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (text: string) => void;
  /** Of the runs of the scenario. */
  readonly progress?: StudyOptions['progress'];
}

/** What each broker can do here: latency of an idle queue, highest rates, and how it serves a scenario. */
export async function runBench(question: BenchQuestion, options: BenchOptions): Promise<BenchReport> {
  const { brokers, consumers, payloadBytes, inFlight, scenario, highest: wanted } = question;
  const { command, signal, onProgress } = options;
  const ceilings: Ceiling[] = [];
  const unavailable: BenchReport['unavailable'][number][] = [];
  const studies: StudyRun['study'][] = [];
  const highest: HighestRate[] = [];
  let yardstick: Yardstick | undefined;
  for (const broker of brokers) {
    if (signal?.aborted) break;
    try {
      ceilings.push(await ceiling(broker, { ...question, ...options }));
      if (broker.startsWith('redis') && yardstick === undefined && !signal?.aborted) {
        onProgress?.('redis-benchmark, where it is installed');
        yardstick = await redisBenchmark(inFlight, payloadBytes);
      }
    } catch (error) {
      if (!(error instanceof LiveUnavailable)) throw error;
      if (!signal?.aborted) unavailable.push({ broker, reason: error.message });
      continue;
    }
    if (scenario?.live === undefined || signal?.aborted) continue;
    const asked = { ...scenario, live: { ...scenario.live, broker } };
    const run = await runStudy(asked, { ...options, engines: ['theory', 'live'], workers: 1 });
    studies.push(run.study);
    if (wanted === undefined || signal?.aborted) continue;
    const targeted = { ...asked, thresholds: wanted.targets };
    highest.push(await highestRate(targeted, { ...options, tryFor: wanted.tryFor }));
  }
  return {
    schema: 1,
    consumers,
    payloadBytes,
    ceilings,
    ...(yardstick && { yardstick }),
    unavailable,
    studies,
    highest,
    provenance: provenance(command, scenario?.run.seed ?? 0),
  };
}
