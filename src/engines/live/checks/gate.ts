import type { Check, CheckUnit } from '../../../result/result.js';
import { formatDuration, formatNumber, formatPercent } from '../../../units.js';
import type { CheckedRun, Reading, RunCheck } from './check.js';
import { runChecks } from './index.js';

/** The checks that a complete run must pass before its numbers judge the queue. What cannot be told is left out. */
export const gate = (run: CheckedRun): Check[] =>
  Object.values<RunCheck>(runChecks).flatMap(check =>
    check.readings(run).map(reading => judged(reading, check, adviceOf(check, run))),
  );

const adviceOf = ({ advice, priorityHelps }: RunCheck, { realTime }: CheckedRun): string =>
  priorityHelps && process.platform === 'linux' && !realTime
    ? `${advice}; or, as root, put "chrt --rr 1" before the command`
    : advice;

function judged(
  { name, value, limit, unit, inWords }: Reading,
  { falseAlarms }: RunCheck,
  advice: string,
): Check {
  const size = Math.abs(value);
  return {
    name,
    passed: size <= limit,
    value: inWords ?? format[unit](size),
    limit: limit === 0 ? 'none' : `at most ${format[unit](limit)}`,
    advice,
    measured: size,
    bound: limit,
    unit,
    falseAlarms,
  };
}

const format: Readonly<Record<CheckUnit, (value: number) => string>> = {
  seconds: formatDuration,
  share: formatPercent,
  cores: cores => `${formatNumber(cores, 2)} cores`,
  messages: String,
};
