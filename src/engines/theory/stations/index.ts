import { ParameterError } from '../../../distributions/contract.js';
import { NotCovered } from '../not-covered.js';
import { meaningOf } from '../words.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import { anyOrder } from './any-order.js';
import { batchService } from './batch-service.js';
import { batches } from './batches.js';
import { baulking } from './baulking.js';
import { breakingDown } from './breaking-down.js';
import { bySize } from './by-size.js';
import type { StationCase } from './case.js';
import { failing } from './failing.js';
import { idle } from './idle.js';
import { impatient } from './impatient.js';
import { lastCome } from './last-come.js';
import { limitedServer } from './limited.js';
import { loadDependent } from './load-dependent.js';
import { plain } from './plain.js';
import { polling } from './polling.js';
import { priorities } from './priorities.js';
import { randomOrder } from './random-order.js';
import { repeating } from './repeating.js';
import { comingBack } from './retrials.js';
import { sharing } from './sharing.js';
import { unequal } from './unequal.js';

/** Every way to answer for a station; the first that does counts, so what says most stands first. */
export const stationAnswerers: readonly StationAnswerer[] = [
  impatient,
  comingBack,
  breakingDown,
  unequal,
  loadDependent,
  idle,
  batchService,
  baulking,
  failing,
  batches,
  repeating,
  priorities,
  polling,
  sharing,
  lastCome,
  randomOrder,
  bySize,
  anyOrder,
  limitedServer,
  plain,
];

/** All that some of them understand. */
export const stationWords = stationAnswerers.flatMap(({ knows }) => knows);

/** The first answer; or why there is none: what the last lacks of those who understand all that is said. */
export function answerAt(given: StationCase): StationAnswer | string {
  let reason: string | undefined;
  for (const { knows, answer } of stationAnswerers) {
    if (given.words.some(word => !knows.includes(word))) continue;
    const found = tried(() => answer(given));
    if (typeof found === 'object') return found;
    reason = found ?? reason;
  }
  const unread = [...new Set(given.words.map(meaningOf))].join(', and ');
  return reason ?? (unread === '' ? `the discipline is ${given.discipline}` : unread);
}

function tried(answer: () => StationAnswer | string | undefined): StationAnswer | string | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotCovered || error instanceof ParameterError) return error.message;
    throw error;
  }
}
