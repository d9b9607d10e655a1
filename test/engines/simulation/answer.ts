import { simulate } from '../../../src/engines/simulation/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { confidence } from './covers.js';

/** What the simulation says of a scenario, at a level at which no interval misses by chance. */
export async function answerTo(text: string, set: readonly string[] = []): Promise<Result> {
  const careful = [`run.confidence=${confidence}`, ...set];
  const outcome = await simulate(parseScenario(text, { set: careful }));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}
