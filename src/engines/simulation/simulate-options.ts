import type { Interim, Question } from '../../result/question.js';
import type { Job } from './setup.js';
import type { Team } from './team.js';

export interface SimulateOptions extends Question {
  /** Makes the team that runs the replications; absent: this thread alone. */
  readonly team?: (job: Job, rate: number, signal?: AbortSignal) => Promise<Team>;
  readonly signal?: AbortSignal;
  /** Told once, before the run: about how many customers the precision needs, and the budget. */
  readonly onPlan?: (planned: number | undefined, budget: number) => void;
  readonly onProgress?: (customers: number) => void;
  /** Told at each look at the run what it can say by then. */
  readonly onInterim?: (soFar: Interim) => void;
}
