import {
  type Ceiling,
  ceiling,
  LiveUnavailable,
  redisBenchmark,
  type Yardstick,
} from '../engines/live/index.js';
import type { Scenario } from '../scenario/type.js';
import { provenance } from './provenance.js';
import { runStudy, type StudyOptions, type StudyRun } from './run-study.js';
import type { Provenance } from './study.js';

export type { Ceiling, Try, Yardstick } from '../engines/live/index.js';

export interface BenchQuestion {
  readonly brokers: readonly string[];
  readonly consumers: number;
  readonly payloadBytes: number;
  readonly inFlight: readonly number[];
  /** About how long each try lasts. */
  readonly seconds: number;
  /** Put to every broker as well, beside what theory says of it. */
  readonly scenario?: Scenario;
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
  readonly provenance: Provenance;
}

export interface BenchOptions {
  readonly command: string;
  readonly redisUrl?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (text: string) => void;
  /** Of the runs of the scenario. */
  readonly progress?: StudyOptions['progress'];
}

/** What each broker can do here: latency of an idle queue, highest rates, and how it serves a scenario. */
export async function runBench(question: BenchQuestion, options: BenchOptions): Promise<BenchReport> {
  const { brokers, consumers, payloadBytes, inFlight, scenario } = question;
  const { command, signal, onProgress } = options;
  const ceilings: Ceiling[] = [];
  const unavailable: BenchReport['unavailable'][number][] = [];
  const studies: StudyRun['study'][] = [];
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
  }
  return {
    schema: 1,
    consumers,
    payloadBytes,
    ceilings,
    ...(yardstick && { yardstick }),
    unavailable,
    studies,
    provenance: provenance(command, scenario?.run.seed ?? 0),
  };
}
