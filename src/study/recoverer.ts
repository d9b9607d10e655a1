import { simulateRecovery } from '../engines/simulation/recovery.js';
import { exactRecovery } from '../engines/theory/exact-recovery.js';
import type { Recover } from '../planning/drain/recover.js';
import type { EvaluatorOptions } from './evaluator.js';

/** Exact theory where it knows the recovery, the simulation elsewhere. */
export const recoverer =
  ({ signal, onSimulated }: EvaluatorOptions): Recover =>
  async (asked, upset, deadline) => {
    const recovery = exactRecovery(asked, upset, deadline);
    if (recovery) return { answered: true, recovery };
    onSimulated?.(0);
    return simulateRecovery(asked, upset, deadline, signal);
  };
