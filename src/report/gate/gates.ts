import type { Study, ThresholdOutcome } from '../../study/study.js';
import { judgedBy, thresholdMeasures } from '../content/facts.js';
import { liveChecksOf } from '../content/live-checks.js';
import { plain } from '../content/plain.js';

/** One thing that a study is held to. */
export interface Gate {
  readonly kind: 'threshold' | 'check of the live run';
  readonly name: string;
  readonly outcome: ThresholdOutcome['outcome'];
  /** What was found, and by whom. */
  readonly found: string;
}

/** The thresholds, and the checks without which a live run counts for nothing. */
export const gatesOf = (study: Study): Gate[] => [...thresholds(study), ...checks(study)];

function thresholds(study: Study): Gate[] {
  const about = thresholdMeasures(study);
  return study.thresholds.map((threshold, i) => ({
    kind: 'threshold',
    name: plain(threshold.text),
    outcome: threshold.outcome,
    found: judgedBy(threshold, about[i]) ?? untold(threshold),
  }));
}

const untold = ({ outcome }: ThresholdOutcome): string =>
  outcome === 'fail' ? 'the queue grows without end' : 'no engine says it';

const checks = (study: Study): Gate[] =>
  liveChecksOf(study).map(({ name, passed, value, limit, advice }) => ({
    kind: 'check of the live run',
    name,
    outcome: passed ? 'pass' : 'fail',
    found: `${value} (limit ${limit})${passed ? '' : `; ${advice}`}`,
  }));
