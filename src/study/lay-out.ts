import { compare, type PairedDifference } from '../comparison/compare.js';
import type { Outcome } from '../result/outcome.js';
import type { EngineName, Result, Warning } from '../result/result.js';
import type { Scenario } from '../scenario/type.js';
import type { LiveEnd } from './live-answer.js';
import type { Provenance, Study } from './study.js';
import type { Surroundings } from './surroundings.js';
import { judgeThreshold } from './thresholds.js';
import { trapsOf } from './traps/index.js';
import { verdictInWords } from './verdict-in-words.js';

/** What each engine that was asked has answered. */
export type Outcomes = readonly (readonly [EngineName, Outcome])[];

interface More {
  readonly surroundings?: Surroundings;
  readonly paired?: PairedDifference;
  readonly end?: LiveEnd;
}

/** Lays the answers side by side, with comparison, thresholds and verdict. */
export function layOut(
  scenario: Scenario,
  outcomes: Outcomes,
  provenance: Provenance,
  { surroundings, paired, end }: More = {},
): Study {
  const answers = outcomes.flatMap(([, outcome]) => (outcome.answered ? [outcome.result] : []));
  const results = warned(answers, trapsOf(scenario, answers));
  const unanswered = outcomes.flatMap(([engine, outcome]) =>
    outcome.answered ? [] : [{ engine, reason: outcome.reason }],
  );
  const comparisons = compare(results, paired ?? (() => undefined));
  const thresholds = (scenario.thresholds ?? []).map(threshold => judgeThreshold(threshold, results));
  return {
    schema: 1,
    scenario,
    results: results.sort((a, b) => rank(a) - rank(b)),
    unanswered,
    comparisons,
    thresholds,
    ...(surroundings && { surroundings }),
    verdict: verdictInWords({ results, unanswered, comparisons, thresholds, liveEnd: end }),
    files: [],
    provenance,
  };
}

/** The first answer carries what is to be said of all of them. */
const warned = ([first, ...others]: readonly Result[], warnings: readonly Warning[]): Result[] =>
  first === undefined ? [] : [{ ...first, warnings: [...first.warnings, ...warnings] }, ...others];

const columnOrder: readonly EngineName[] = ['theory', 'simulation', 'twin', 'live'];
const rank = (result: Result): number => columnOrder.indexOf(result.engine);
