import type { AskedEngine } from '../../study/run-study.js';
import { Problem } from '../problem.js';
import type { RunArguments } from './arguments.js';

/**
 * Refuses to promise a file that would not be written.
 * @param asked of each scenario
 */
export function checkRecord(args: RunArguments, asked: readonly (readonly AskedEngine[])[]): void {
  for (const flag of ['messages', 'hlog'] as const) {
    if (!args[flag]) continue;
    if (!args.report)
      throw new Problem(`--${flag} is written beside the reports, but --no-report leaves them out`);
    if (!asked.flat().includes('live'))
      throw new Problem(
        `--${flag} is of a live run, and none is asked for: add live to the scenario, or --broker`,
      );
  }
}
