import { ParameterError } from '../../distributions/index.js';
import { type SimulateOptions, simulate, workerTeam } from '../../engines/simulation/index.js';
import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import type { Result } from '../../result/result.js';
import { customersToDecide, judged, type SimulatedComparison } from './judged.js';
import { ordersOf } from './orders.js';
import { isOverTime, judgeOverTime } from './over-time.js';
import { scenarioOf } from './scenario-of.js';
import { questionFor, statesFor, stopNames, told } from './told.js';
import { type Found, type JudgeOptions, usual } from './usual.js';

export type { SimulatedComparison } from './judged.js';
export type { JudgeOptions } from './usual.js';

export type SimulationJudgement =
  | {
      readonly outcome: 'passed' | 'failed' | 'inconclusive';
      readonly comparisons: readonly SimulatedComparison[];
      /** Metrics that a simulation of this kind does not tell. */
      readonly untold: readonly string[];
    }
  | { readonly outcome: 'unsupported'; readonly reason: string };

/**
 * Simulates what the case describes, in all the ways in which it asks for values, and looks where these lie.
 *
 * @param confidence of each interval, so that over all values of the file few fail by chance
 */
export async function judgeSimulation(
  given: ReferenceCase,
  confidence: number,
  options: JudgeOptions = {},
): Promise<SimulationJudgement> {
  if (given.exact === false)
    return { outcome: 'unsupported', reason: 'its values are approximations themselves' };
  try {
    if (isOverTime(given)) return verdictOn(given, await judgeOverTime(given, confidence, options));
    const found: Found = { comparisons: [], told: [], trusted: true };
    for (const { question, names } of ordersOf(given)) {
      const one = await judgeLongRun(question, confidence, options);
      if ('reason' in one) return { outcome: 'unsupported', reason: one.reason };
      if (one.nothing) return { outcome: 'inconclusive', comparisons: [], untold: Object.keys(given.expect) };
      const named = one.comparisons.map(comparison => ({ ...comparison, metric: names(comparison.metric) }));
      found.comparisons.push(...named);
      found.told.push(...one.told.map(names));
      found.trusted &&= one.trusted;
    }
    return verdictOn(given, found);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return { outcome: 'unsupported', reason: error.message };
  }
}

function verdictOn(given: ReferenceCase, { comparisons, told, trusted }: Found): SimulationJudgement {
  const untold = Object.keys(given.expect).filter(metric => !told.includes(metric));
  if (comparisons.length === 0)
    return { outcome: 'unsupported', reason: `it tells none of ${untold.join(', ')}` };
  // A run that has not forgotten its empty start decides nothing.
  const outcomes = comparisons.map(({ outcome }) => (trusted ? outcome : 'inconclusive'));
  const outcome = outcomes.includes('failed')
    ? 'failed'
    : outcomes.includes('inconclusive')
      ? 'inconclusive'
      : 'passed';
  return { outcome, comparisons, untold };
}

/** Of which each is longer than the one before. */
const mostRuns = 5;
/** A census of more servers takes longer than it is worth. */
const mostCounted = 100;

async function judgeLongRun(
  given: ReferenceCase,
  confidence: number,
  { workers = 1, signal, run: own }: JudgeOptions,
): Promise<(Found & { readonly nothing?: true }) | { readonly reason: string }> {
  const asked = Object.keys(given.expect);
  const parameters = new Parameters(given.params);
  const stopOn = asked
    .flatMap(metric => stopNames(given.model, metric))
    .filter(name => name !== 'p99.9Wait' && name !== 'p99.9Sojourn');
  const states = statesFor(given, parameters);
  const plain = { ...usual, ...own, stopOn: stopOn.length > 0 ? [...new Set(stopOn)] : usual.stopOn };
  const scenario = scenarioOf(given, plain);
  if (scenario === undefined) return { reason: 'no scenario can hold it' };
  const stations = Object.values(scenario.stations);
  const counted = states !== undefined && stations.every(({ servers }) => Number(servers) <= mostCounted);
  const asking = counted ? { ...scenario, run: { ...plain, states } } : scenario;
  const question = { ...questionFor(asked, parameters), curves: false };
  const run = (enough?: SimulateOptions['enough']) =>
    simulate(asking, {
      ...question,
      ...(enough && { enough }),
      ...(signal && { signal }),
      ...(workers > 1 && { team: workerTeam(workers) }),
    });
  const found = (result: Result) => asked.flatMap(metric => compared(metric, given, result, confidence));
  let answer = await run();
  for (let i = 0; i < mostRuns && answer.answered; i++) {
    const needed = customersToDecide(found(answer.result), answer.result.customers ?? 0);
    if (needed === undefined || needed > plain.maxCustomers) break;
    answer = await run(({ customers = 0 }) => customers >= needed);
  }
  if (!answer.answered) {
    if (signal?.aborted) return { comparisons: [], told: [], trusted: false, nothing: true };
    return { reason: answer.reason };
  }
  const { result } = answer;
  return {
    comparisons: found(result),
    told: asked.filter(metric => told(metric, given, result) !== undefined),
    trusted: result.warnings.every(({ code }) => code !== 'too-short'),
  };
}

function compared(
  metric: string,
  given: ReferenceCase,
  result: Result,
  confidence: number,
): SimulatedComparison[] {
  const wanted = [given.expect[metric]].flat();
  const found = told(metric, given, result) ?? [];
  return wanted.flatMap((expected, i) => {
    const estimate = found[i];
    if (estimate?.kind !== 'sampled') return [];
    const name = wanted.length > 1 ? `${metric}[${i}]` : metric;
    return [{ metric: name, expected, ...judged(estimate, expected, confidence) }];
  });
}
