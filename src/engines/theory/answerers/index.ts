import { ParameterError } from '../../../distributions/contract.js';
import type { Scenario } from '../../../scenario/type.js';
import { byChance } from '../networks/by-chance.js';
import { NotCovered } from '../not-covered.js';
import { meaningOf, wordsOf } from '../words.js';
import type { Answerer, SystemAnswer } from './answerer.js';
import { blockingPair } from './blocking-pair.js';
import { clients } from './clients.js';
import { forkAndJoin } from './forks.js';
import { openNetwork } from './open-network.js';
import { overTime } from './over-time.js';
import { queuesSideBySide } from './side-by-side.js';

/** Every way to answer for a scenario, the more special ones first: the first that has an answer counts. */
export const answerers: readonly Answerer[] = [
  overTime,
  clients,
  queuesSideBySide,
  forkAndJoin,
  blockingPair,
  openNetwork,
];

/** The first answer; or why there is none: what those lack who understand all that is said, or what nobody understands. */
export function answerTo(asked: Scenario): SystemAnswer | string {
  const scenario = byChance(asked);
  const words = wordsOf(scenario);
  let reason: string | undefined;
  for (const { knows, answer } of answerers) {
    if (words.some(word => !knows.includes(word))) continue;
    const found = tried(() => answer(scenario));
    if (typeof found === 'object') return found;
    reason ??= found;
  }
  return reason ?? unread(words);
}

/** What no answerer understands; or, where each word is understood by some, all that they do not understand together. */
function unread(words: ReturnType<typeof wordsOf>): string {
  const foreign = words.filter(word => !answerers.some(({ knows }) => knows.includes(word)));
  const meanings = [...new Set((foreign.length > 0 ? foreign : words).map(meaningOf))];
  return meanings.length === 0 ? 'there is no formula for such a scenario' : meanings.join(', and ');
}

function tried(answer: () => SystemAnswer | string | undefined): SystemAnswer | string | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotCovered || error instanceof ParameterError) return error.message;
    throw error;
  }
}
