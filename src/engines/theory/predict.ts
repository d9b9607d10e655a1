import type { MeasureName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import { percentilesFor, type Question } from '../../result/question.js';
import type { ExactOrApproximate, Quantile, Result, Share } from '../../result/result.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { cite } from './citation.js';
import { predictClosed } from './closed.js';
import { stationaryArrivals } from './conditions.js';
import type { Answer, Model, StationProblem, TimeDistribution, Value } from './model.js';
import { models } from './models/index.js';
import { kendallOf, loadOf, problemOf } from './problem.js';
import { tailsOf } from './tails.js';
import { unstable } from './unstable.js';
import { warningsOf } from './warnings.js';

/**
 * The steady state of the scenario by the most exact model that covers it; for a station that cannot keep up
 * how fast its queue grows; and where no formula applies, why.
 */
export function predict(scenario: Scenario, question: Question = {}): Outcome {
  if (scenario.run.duration !== undefined)
    return {
      answered: false,
      reason: 'a run of a given duration is asked for, and the formulas are of the long run',
    };
  const closed = predictClosed(scenario);
  if (closed !== undefined) return closed;
  const station = singleStation(scenario);
  if (typeof station === 'string') return { answered: false, reason: station };
  const problem = problemOf(station);
  const stationary = stationaryArrivals(problem);
  if (stationary !== true) return { answered: false, reason: stationary };
  if (problem.capacity === Number.POSITIVE_INFINITY && loadOf(problem) >= 1) {
    return { answered: true, result: unstable(scenario, problem) };
  }
  const reasons: string[] = [];
  for (const model of models) {
    const covered = model.covers(problem);
    if (covered === true) {
      return { answered: true, result: resultOf(scenario, problem, model, model.solve(problem), question) };
    }
    reasons.push(covered);
  }
  // The last model asks for least, so what it lacks is what stands in the way of all.
  return { answered: false, reason: `no formula for ${kendallOf(problem)}: ${reasons.at(-1)}` };
}

function resultOf(
  scenario: Scenario,
  problem: StationProblem,
  model: Model,
  answer: Answer,
  { within = [], curves = true }: Question,
): Result {
  const { wait, sojourn } = answer;
  const kind = (exact?: boolean): ExactOrApproximate['kind'] => (exact ? 'exact' : model.exactness);
  const estimates = Object.entries(answer.measures).map(
    ([name, { value, source, exact }]: [string, Value]) => [
      name,
      { kind: kind(exact), value, source: cite(source) } satisfies ExactOrApproximate,
    ],
  );
  const quantiles = (of?: TimeDistribution): readonly Quantile[] =>
    of
      ? percentilesFor(scenario).map(p => ({
          p,
          kind: kind(),
          value: of.quantile(p),
          source: cite(of.source),
        }))
      : [];
  const shares = within.flatMap(({ of, time }): Share[] => {
    const law = of === 'wait' ? wait : sojourn;
    return law ? [{ of, time, kind: kind(), value: law.cdf(time), source: cite(law.source) }] : [];
  });
  const tails = curves ? tailsOf(answer) : undefined;
  return {
    schema: 1,
    engine: 'theory',
    model: modelName(problem, model),
    scenario,
    measures: Object.fromEntries(estimates) as Partial<Record<MeasureName, ExactOrApproximate>>,
    waitQuantiles: quantiles(wait),
    sojournQuantiles: quantiles(sojourn),
    ...(tails && { tails }),
    ...(shares.length > 0 && { within: shares }),
    warnings: warningsOf(problem, model, answer),
  };
}

/** The problem in Kendall's notation, and the model's where that is another: 'M/E3/1 (by M/G/1)'. */
function modelName(problem: StationProblem, model: Model): string {
  const own = kendallOf(problem);
  return own.split('/').slice(0, 2).join('/') === model.kendall.split('/').slice(0, 2).join('/')
    ? own
    : `${own} (by ${model.kendall})`;
}
