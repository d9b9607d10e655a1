import { orderBlindToService } from '../conditions.js';
import { models } from '../models/index.js';
import { kendallOf } from '../problem.js';
import { warningsOf } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';

/** One queue before equal servers, by the first model that covers it. */
export const plain: StationAnswerer = {
  knows: [],
  answer: given => {
    let reason = '';
    for (const model of models) {
      const covered = model.covers(given);
      if (covered === true) {
        const answer = model.solve(given);
        const warnings = warningsOf(given, model, answer);
        return { ...answer, by: model, byClass: alike(given, answer), warnings };
      }
      reason = covered;
    }
    // The last model asks for least, so what it lacks is what stands in the way of all.
    return orderBlindToService(given) === true ? `no formula for ${kendallOf(given)}: ${reason}` : undefined;
  },
};
