import { simulate, workerTeam } from '../engines/simulation/index.js';
import { predict } from '../engines/theory/index.js';
import type { Outcome } from '../result/outcome.js';
import type { EngineName, Result } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';
import { layOut } from './lay-out.js';
import { type LiveAnswer, type LiveStep, liveAnswer, type SentMessages } from './live-answer.js';
import { provenance } from './provenance.js';
import type { Study } from './study.js';
import { surroundingsOf } from './surroundings.js';

export type AskedEngine = 'theory' | 'simulation' | 'live';

export interface StudyOptions {
  readonly engines: readonly AskedEngine[];
  /** Threads for the simulation; their number changes no result. */
  readonly workers: number;
  /** Of an own Redis server; may hold a password, which goes nowhere else. */
  readonly redisUrl?: string;
  /** The messages of an earlier live run, to be sent again. */
  readonly replay?: SentMessages;
  /** What to type to get the same numbers again. */
  readonly command: string;
  readonly signal?: AbortSignal;
  readonly progress?: StudyProgress;
}

export type { LiveStep } from './live-answer.js';

export interface StudyProgress {
  readonly onPlan?: (planned: number | undefined, budget: number) => void;
  readonly onSimulated?: (customers: number) => void;
  /** Theory or simulation has answered. */
  readonly onAnswer?: (result: Result) => void;
  readonly onLive?: (step: LiveStep) => void;
}

export interface StudyRun {
  readonly study: Study;
  /** How the live run ended; absent when there was none. */
  readonly live?: LiveAnswer['end'];
  /** Every message of the live run and what was seen of it, a line each. */
  readonly messages?: () => string;
  /** Its times second by second, as a log of HdrHistogram. */
  readonly intervalLog?: () => string;
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
  for (const [, outcome] of outcomes) if (outcome.answered) progress?.onAnswer?.(outcome.result);
  const live = engines.includes('live') && !signal?.aborted ? await liveAnswer(scenario, options) : undefined;
  if (live) outcomes.push(...live.outcomes);

  const surroundings = engines.includes('theory') ? surroundingsOf(scenario) : undefined;
  const source = provenance(options.command, scenario.run.seed);
  const study = layOut(scenario, outcomes, source, { ...live, surroundings });
  return { study, ...(live && { live: live.end, messages: live.messages, intervalLog: live.intervalLog }) };
}
