import { compare } from '../comparison/compare.js';
import { simulate, workerTeam } from '../engines/simulation/index.js';
import { predict } from '../engines/theory/index.js';
import type { Outcome } from '../result/outcome.js';
import type { EngineName, Result } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';
import { type LiveAnswer, type LiveProgress, liveAnswer } from './live-answer.js';
import { provenance } from './provenance.js';
import type { Study } from './study.js';
import { judgeThreshold } from './thresholds.js';
import { verdictInWords } from './verdict-in-words.js';

export type AskedEngine = 'theory' | 'simulation' | 'live';

export interface StudyOptions {
  readonly engines: readonly AskedEngine[];
  /** Threads for the simulation; their number changes no result. */
  readonly workers: number;
  /** Of an own Redis server; may hold a password, which goes nowhere else. */
  readonly redisUrl?: string;
  /** What to type to get the same numbers again. */
  readonly command: string;
  readonly signal?: AbortSignal;
  readonly progress?: StudyProgress;
}

export interface StudyProgress {
  readonly onPlan?: (planned: number | undefined, budget: number) => void;
  readonly onSimulated?: (customers: number) => void;
  readonly onLive?: (progress: LiveProgress) => void;
}

export interface StudyRun {
  readonly study: Study;
  /** How the live run ended; absent when there was none. */
  readonly live?: LiveAnswer['end'];
}

/** Puts one scenario to every engine asked for, and lays the answers side by side. */
export async function runStudy(scenario: Scenario, options: StudyOptions): Promise<StudyRun> {
  const { engines, signal, progress } = options;
  const outcomes: [EngineName, Outcome][] = [];
  if (engines.includes('theory')) outcomes.push(['theory', predict(scenario)]);
  if (engines.includes('simulation')) {
    const outcome = await simulate(scenario, {
      ...(options.workers > 1 && { team: workerTeam(options.workers) }),
      signal,
      onPlan: progress?.onPlan,
      onProgress: progress?.onSimulated,
    });
    outcomes.push(['simulation', outcome]);
  }
  const live = engines.includes('live') && !signal?.aborted ? await liveAnswer(scenario, options) : undefined;
  if (live) outcomes.push(...live.outcomes);

  const results = outcomes.flatMap(([, outcome]) => (outcome.answered ? [outcome.result] : []));
  const unanswered = outcomes.flatMap(([engine, outcome]) =>
    outcome.answered ? [] : [{ engine, reason: outcome.reason }],
  );
  const comparisons = compare(results, live?.paired ?? (() => undefined));
  const thresholds = (scenario.thresholds ?? []).map(threshold => judgeThreshold(threshold, results));
  const study: Study = {
    schema: 1,
    scenario,
    results: results.sort((a, b) => rank(a) - rank(b)),
    unanswered,
    comparisons,
    thresholds,
    verdict: verdictInWords({ results, unanswered, comparisons, thresholds, liveEnd: live?.end }),
    files: [],
    provenance: provenance(options.command, scenario.run.seed),
  };
  return { study, ...(live && { live: live.end }) };
}

const columnOrder: readonly EngineName[] = ['theory', 'simulation', 'twin', 'live'];
const rank = (result: Result): number => columnOrder.indexOf(result.engine);
