import { simulate, workerTeam } from '../engines/simulation/index.js';
import { predict } from '../engines/theory/index.js';
import type { Evaluate } from '../planning/evaluate.js';
import { estimateOf } from '../result/estimate-of.js';
import type { Outcome } from '../result/outcome.js';
import type { Question } from '../result/question.js';
import type { Result } from '../result/result.js';

export interface EvaluatorOptions {
  /** Threads for the simulation; their number changes no result. */
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Told when a simulation begins, and how many customers it has had. */
  readonly onSimulated?: (customers: number) => void;
}

/** Exact theory where it says all that is asked, in no time; the simulation elsewhere. */
export function evaluator({ workers, signal, onSimulated }: EvaluatorOptions): Evaluate {
  return async (scenario, question) => {
    const theory = question.byClass ? notByClass : predict(scenario, question);
    if (theory.answered && saysExactly(theory.result, question)) return theory;
    const simulation = await simulate(scenario, {
      ...question,
      ...(workers > 1 && { team: workerTeam(workers) }),
      ...(signal && { signal }),
      ...(onSimulated && { onProgress: onSimulated }),
    });
    if (simulation.answered || theory.answered) return simulation;
    return { answered: false, reason: `theory: ${theory.reason}; simulation: ${simulation.reason}` };
  };
}

const notByClass: Outcome = { answered: false, reason: 'it does not tell such shares class by class' };

/** An approximation decides nothing. */
function saysExactly(result: Result, { within = [] }: Question): boolean {
  const { thresholds = [] } = result.scenario;
  if (result.warnings.some(({ code }) => code === 'unstable')) return true;
  const asked = thresholds.map(({ measure }) => estimateOf(result, measure));
  const shares = within.map(({ of, time }) =>
    result.within?.find(share => share.of === of && share.time === time),
  );
  const told = [...asked, ...shares, ...(asked.length === 0 ? [result.measures.meanSojourn] : [])];
  return told.every(estimate => estimate?.kind === 'exact');
}
