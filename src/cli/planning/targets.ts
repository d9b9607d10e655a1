import { parseThreshold } from '../../scenario/threshold.js';
import type { Scenario, Threshold } from '../../scenario/type.js';
import { Problem } from '../problem.js';

/** Targets as flags give them: of a time a statistic with its limit, of a share the limit alone. */
export interface TargetArguments {
  readonly wait: string[];
  readonly sojourn: string[];
  readonly loss?: string;
  readonly utilisation?: string;
  readonly abandonment?: string;
}

/** The targets in the order of the flags' names; none when no flag was given. */
export function targetsOf(args: TargetArguments): Threshold[] {
  return [
    ...(['wait', 'sojourn'] as const).flatMap(of => args[of].map(text => ofTime(of, text))),
    ...(['loss', 'utilisation', 'abandonment'] as const).flatMap(of => ofShare(of, args[of])),
  ];
}

function ofTime(of: 'wait' | 'sojourn', text: string): Threshold {
  const match = /^\s*(mean|average|p[\d.]+)\s*(<=?)\s*(\S.*)$/i.exec(text);
  if (!match)
    throw new Problem(
      `--${of} '${text}': this is no target; expected a percentile or the mean, and its limit, such as --${of} 'p99<5s' or --${of} 'mean<2s'`,
    );
  const [, statistic, comparison, limit] = match;
  const name = statistic.toLowerCase() === 'average' ? 'mean' : statistic.toLowerCase();
  return parseThreshold(`${name} ${of} ${comparison} ${limit}`, `--${of} '${text}'`);
}

function ofShare(of: 'loss' | 'utilisation' | 'abandonment', text: string | undefined): Threshold[] {
  if (text === undefined) return [];
  const [, comparison = '<', limit] = /^\s*(<=?)?\s*(.*)$/.exec(text) ?? [];
  return [parseThreshold(`${of} ${comparison} ${limit}`, `--${of} '${text}'`)];
}

/**
 * The scenario, held to the targets instead of its own thresholds; to those where there are none.
 * @throws Problem when there are neither
 */
export function withTargets(scenario: Scenario, thresholds: Scenario['thresholds']): Scenario {
  if (thresholds === undefined || thresholds.length > 0) return { ...scenario, thresholds };
  if (scenario.thresholds) return scenario;
  throw new Problem(
    "no target: expected one such as --wait 'p99<5s', --sojourn 'mean<2s', --loss 1% or --utilisation 80%, or thresholds in the scenario",
  );
}
