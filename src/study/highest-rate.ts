import { stillGrows } from '../measurement/still-grows.js';
import { needArrivals } from '../planning/arrivals-only.js';
import { bracket } from '../planning/bracket.js';
import { withArrivals } from '../planning/change.js';
import { PlanningProblem } from '../planning/problem.js';
import { tryOut } from '../planning/size/trial.js';
import { estimateOf } from '../result/estimate-of.js';
import { parseQuantileName } from '../result/measure.js';
import type { Estimate, Result } from '../result/result.js';
import { offeredLoad } from '../scenario/offered-load.js';
import type { Scenario, Threshold } from '../scenario/type.js';
import { evaluator } from './evaluator.js';
import { runStudy, type StudyOptions } from './run-study.js';

/** One rate, tried on the real queue. */
export interface RateTry {
  /** Messages per second. */
  readonly rate: number;
  readonly outcome: 'met' | 'missed' | 'growing' | 'not-comparable' | 'ended';
  readonly messages: number;
  /** By the text of the target. */
  readonly values: Readonly<Record<string, { readonly measure: string; readonly estimate: Estimate }>>;
  /** Why the run is not comparable, or ended. */
  readonly problem?: string;
}

/** The highest rate that meets its targets, on one broker and by the model. */
export interface HighestRate {
  readonly broker: string;
  readonly targets: readonly string[];
  /** Messages per second; absent when no rate that was tried met the targets, or missed them. */
  readonly met?: number;
  readonly missed?: number;
  /** Of the model: exact, or simulated. */
  readonly model?: { readonly met?: number; readonly missed?: number; readonly by: Result['engine'] };
  readonly tries: readonly RateTry[];
}

export interface HighestRateOptions extends Pick<StudyOptions, 'redisUrl' | 'signal' | 'progress'> {
  /** About how long each try lasts, seconds. */
  readonly tryFor: number;
  readonly workers: number;
  readonly onProgress?: (text: string) => void;
}

const measured = { nearness: 0.05, most: 12 };
const modelled = { nearness: 0.002, most: 30 };
/** Fewer messages than this tell little. */
const fewest = 200;

/** So many messages must lie beyond a percentile. */
const beyond = 15;

const messagesFor = (measure: string): number => {
  const percentile = parseQuantileName(measure);
  return percentile ? Math.ceil(beyond / (1 - percentile.p)) : 0;
};

/** Neither met nor missed: the machine was too busy, or the run was cut short. */
const undecided = ({ outcome }: RateTry): boolean => outcome === 'not-comparable' || outcome === 'ended';

/**
 * Searches for the highest rate at which the broker meets the thresholds of the scenario without a queue that
 * grows. Every try sends the same customers, nearer together or further apart.
 * Ends early, with what it has, when a try is not comparable.
 * @throws PlanningProblem when no live run can tell of a target, or clients decide on the rate
 */
export async function highestRate(scenario: Scenario, options: HighestRateOptions): Promise<HighestRate> {
  const { signal, onProgress, tryFor } = options;
  needArrivals(scenario);
  const targets = scenario.thresholds ?? [];
  const [{ arrivalRate }] = Object.values(offeredLoad(scenario));
  const needed = Math.max(fewest, ...targets.map(({ measure }) => messagesFor(measure)));
  const model = await byModel(scenario, arrivalRate, options);
  const tries: RateTry[] = [];
  const { holds, fails } = await bracket(
    async factor => {
      if (signal?.aborted) return undefined;
      const messages = Math.max(needed, Math.round(arrivalRate * factor * tryFor));
      const one = await tryAt(
        withArrivals(scenario, factor),
        { rate: arrivalRate * factor, messages },
        options,
      );
      tries.push(one);
      onProgress?.(`${scenario.live?.broker} at ${one.rate.toPrecision(4)}/s: ${one.outcome}`);
      return undecided(one) ? undefined : one.outcome === 'met';
    },
    { first: (model.met ?? arrivalRate) / arrivalRate, ...measured },
  );
  return {
    broker: scenario.live?.broker ?? '',
    targets: targets.map(({ text }) => text),
    ...(holds !== undefined && { met: holds * arrivalRate }),
    ...(fails !== undefined && { missed: fails * arrivalRate }),
    model,
    tries,
  };
}

async function byModel(scenario: Scenario, arrivalRate: number, options: HighestRateOptions) {
  let by: Result['engine'] = 'theory';
  const evaluate = evaluator(options);
  const { holds, fails } = await bracket(
    async factor => {
      const { decision, result } = await tryOut(withArrivals(scenario, factor), evaluate);
      if (result.engine === 'simulation') by = result.engine;
      return decision === 'met';
    },
    { first: 1, ...modelled },
  );
  return {
    ...(holds !== undefined && { met: holds * arrivalRate }),
    ...(fails !== undefined && { missed: fails * arrivalRate }),
    by,
  };
}

async function tryAt(
  scenario: Scenario,
  { rate, messages }: { rate: number; messages: number },
  { redisUrl, signal, progress }: HighestRateOptions,
): Promise<RateTry> {
  const live = { ...scenario.live, messages, duration: undefined } as Scenario['live'];
  const { study, live: end } = await runStudy(
    { ...scenario, live },
    { engines: ['live'], workers: 1, command: '', redisUrl, signal, progress },
  );
  const result = study.results.find(({ engine }) => engine === 'live');
  const tried = { rate, messages };
  if (result === undefined || end?.kind !== 'measured') {
    const outcome = end?.kind === 'not-comparable' ? end.kind : 'ended';
    return { ...tried, outcome, values: {}, ...(end?.problem !== undefined && { problem: end.problem }) };
  }
  const targets = scenario.thresholds ?? [];
  const values = Object.fromEntries(targets.map(target => [target.text, shownBy(target, result)] as const));
  if (stillGrows(result.series ?? [], messages / rate)) return { ...tried, outcome: 'growing', values };
  const met = targets.every(target => keeps(target, values[target.text].estimate.value));
  return { ...tried, outcome: met ? 'met' : 'missed', values };
}

function shownBy({ text, measure }: Threshold, result: Result) {
  const estimate = estimateOf(result, measure);
  if (estimate) return { measure, estimate };
  throw new PlanningProblem(
    `--target '${text}': no live run measures that; expected a wait, a sojourn time, utilisation or throughput`,
  );
}

function keeps({ comparison, limit }: Threshold, value: number): boolean {
  if (comparison.startsWith('<')) return comparison === '<' ? value < limit : value <= limit;
  return comparison === '>' ? value > limit : value >= limit;
}
