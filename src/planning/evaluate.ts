import type { Outcome } from '../result/outcome.js';
import type { Question } from '../result/question.js';
import type { Scenario } from '../scenario/type.js';

/** Whoever answers a scenario: exact theory where it reaches, else a simulation. */
export type Evaluate = (scenario: Scenario, question: Question) => Promise<Outcome>;
