import type { PairedDifference } from '../comparison/compare.js';
import { type LiveProgress, type LiveRun, LiveUnavailable, measure, refusal } from '../engines/live/index.js';
import { encodeIntervalLog } from '../measurement/interval-log.js';
import { encodeMessages, type SentMessages } from '../measurement/messages.js';
import type { Outcome } from '../result/outcome.js';
import type { EngineName } from '../result/result.js';
import { asLive } from '../scenario/attempts/as-live.js';
import { type OnlyStation, onlyStation } from '../scenario/single-station.js';
import { isClosed } from '../scenario/supply-rate.js';
import type { Scenario } from '../scenario/type.js';
import { type Workload, workloadOf } from '../workload/workload.js';
import { independentLaws } from './asked-laws.js';
import { predictedDrain } from './live-drain.js';
import { type LiveNow, liveNow } from './live-now.js';
import { comparedPair } from './live-results.js';

export { type BadRow, decodeMessages, type SentMessages } from '../measurement/messages.js';

/** What a live run is doing: words for people, how many messages are through, and what it has shown up to now. */
export interface LiveStep extends Omit<LiveProgress, 'observations'> {
  readonly now?: () => LiveNow | undefined;
}

/** How a live run ended. */
export interface LiveEnd {
  readonly kind: 'measured' | 'not-comparable' | 'broker-lost' | 'interrupted' | 'unavailable';
  /** What went wrong, in words. */
  readonly problem?: string;
}

export interface LiveAnswer {
  readonly outcomes: readonly [EngineName, Outcome][];
  readonly paired: PairedDifference;
  readonly end?: LiveEnd;
  /** Every message and what was seen of it, a line each. */
  readonly messages?: () => string;
  /** Its times second by second, as a log of HdrHistogram. */
  readonly intervalLog?: () => string;
}

export interface LiveOptions {
  /** These messages instead of the scenario's own. */
  readonly replay?: SentMessages;
  readonly redisUrl?: string;
  readonly signal?: AbortSignal;
  readonly progress?: { readonly onLive?: (step: LiveStep) => void };
}

/** Drives the real queue with the scenario's customers, and puts the same customers through its model. */
export async function liveAnswer(given: Scenario, options: LiveOptions): Promise<LiveAnswer> {
  const scenario = asLive(given);
  if (typeof scenario === 'string') return unanswered(scenario);
  const station = onlyStation(scenario);
  if (typeof station === 'string') return unanswered(station);
  const { live } = scenario;
  if (live === undefined) return unanswered('the scenario has no "live" section');
  const reason = refusal(scenario);
  if (reason !== undefined) return unanswered(reason);

  const { replay } = options;
  if (replay && isClosed(station.customers))
    return unanswered('an earlier run is sent again by its times, and these clients wait for their answers');
  const { seed } = scenario.run;
  const customers = replay ? again(replay, station, seed) : workloadOf(station, live, seed);
  let run: LiveRun;
  try {
    run = await measure(scenario, {
      customers,
      ...(!replay && { asked: independentLaws(station) }),
      ...(options.redisUrl !== undefined && { redisUrl: options.redisUrl }),
      ...(options.signal && { signal: options.signal }),
      onProgress: ({ observations, ...step }) =>
        options.progress?.onLive?.({
          ...step,
          ...(observations && { now: () => liveNow(scenario, observations) }),
        }),
    });
  } catch (error) {
    if (!(error instanceof LiveUnavailable)) throw error;
    return { ...unanswered(error.message), end: { kind: 'unavailable', problem: error.message } };
  }
  const predicted = await predictedDrain(scenario, options.signal);
  const { live: measured, twin, paired } = comparedPair(scenario, station, run, predicted);
  return {
    outcomes: [
      ['twin', { answered: true, result: { ...twin, scenario: given } }],
      ['live', { answered: true, result: { ...measured, scenario: given } }],
    ],
    paired,
    end: endOf(run),
    messages: () => encodeMessages(run.observations),
    intervalLog: () => encodeIntervalLog(run.observations, run.record.service, run.record.startedAt),
  };
}

function endOf({ problem }: LiveRun): LiveEnd {
  return problem === undefined ? { kind: 'measured' } : { kind: problem.kind, problem: problem.message };
}

const unanswered = (reason: string): LiveAnswer => ({
  outcomes: [['live', { answered: false, reason }]],
  paired: () => undefined,
});

/** The messages of an earlier run; what was its backlog is one again. */
function again(
  { intended, services }: SentMessages,
  { backlog, className, retry }: OnlyStation,
  seed: number,
): Workload {
  const there = intended.subarray(0, backlog).findIndex(time => time > 0);
  return {
    intended,
    services,
    backlog: there < 0 ? Math.min(backlog, intended.length) : there,
    ...(retry && { again: { className, retry, seed } }),
  };
}
