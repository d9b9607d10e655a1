import type { Check } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { resultOf } from './columns.js';
import { plain, sentence } from './plain.js';

/** The self-checks of the live run, those that failed first. */
export const liveChecksOf = (study: Study): Check[] =>
  [...(resultOf(study, 'live')?.live?.checks ?? [])]
    .sort((a, b) => Number(a.passed) - Number(b.passed))
    .map(({ name, passed, value, limit, advice }) => ({
      name: plain(name),
      passed,
      value: plain(value),
      limit: plain(limit),
      advice: sentence(advice),
    }));
