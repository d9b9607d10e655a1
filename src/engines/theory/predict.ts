import type { MeasureName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import { percentilesFor, type Question } from '../../result/question.js';
import type {
  ExactOrApproximate,
  PartResult,
  Quantile,
  Result,
  Share,
  StationResult,
} from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { PartAnswer, PlaceAnswer, SystemAnswer } from './answerers/answerer.js';
import { answerTo } from './answerers/index.js';
import { cite } from './citation.js';
import type { TimeDistribution, Value } from './model.js';
import { tailsOf } from './tails.js';

/**
 * What theory says of the scenario, by the first answerer that has an answer: the steady state, for a station that
 * cannot keep up how fast its queue grows, what happens in a given time; and where no formula applies, why.
 */
export function predict(scenario: Scenario, question: Question = {}): Outcome {
  const answer = answerTo(scenario);
  if (typeof answer === 'string') return { answered: false, reason: answer };
  return { answered: true, result: resultOf(scenario, answer, question) };
}

function resultOf(
  scenario: Scenario,
  answer: SystemAnswer,
  { within = [], curves = true, percentiles = percentilesFor(scenario) }: Question,
): Result {
  const { wait, sojourn, stations, classes, series, exactness } = answer;
  const shares = within.flatMap(({ of, time }): Share[] => {
    const law = of === 'wait' ? wait : sojourn;
    return law ? [{ of, time, kind: exactness, value: law.cdf(time), source: cite(law.source) }] : [];
  });
  const tails = curves ? tailsOf(answer) : undefined;
  const each = <From, To>(of: Readonly<Record<string, From>>, told: (part: From) => To): Record<string, To> =>
    Object.fromEntries(Object.entries(of).map(([name, part]) => [name, told(part)]));
  const alone = (part: PartAnswer): PartResult => partOf(part, percentiles);
  const station = (part: PlaceAnswer): StationResult => ({
    ...alone(part),
    ...(part.classes && { classes: each(part.classes, alone) }),
  });
  return {
    schema: 1,
    engine: 'theory',
    model: answer.model,
    ...(answer.assumptions && { assumptions: answer.assumptions }),
    scenario,
    ...partOf(answer, percentiles),
    ...(stations && { stations: each(stations, station) }),
    ...(classes && { classes: each(classes, alone) }),
    ...(tails && { tails }),
    ...(shares.length > 0 && { within: shares }),
    ...(curves && series && { series }),
    warnings: answer.warnings,
  };
}

function partOf(
  { measures, wait, sojourn, exactness }: PartAnswer,
  percentiles: readonly number[],
): PartResult {
  const estimates = Object.entries(measures).map(
    ([name, { value, source, exact, between }]: [string, Value]) => [
      name,
      {
        kind: exact ? 'exact' : exactness,
        value,
        source: cite(source),
        ...(between && { between }),
      } satisfies ExactOrApproximate,
    ],
  );
  const quantiles = (of?: TimeDistribution): readonly Quantile[] =>
    of ? percentiles.map(p => ({ p, kind: exactness, value: of.quantile(p), source: cite(of.source) })) : [];
  return {
    measures: Object.fromEntries(estimates) as Partial<Record<MeasureName, ExactOrApproximate>>,
    waitQuantiles: quantiles(wait),
    sojournQuantiles: quantiles(sojourn),
  };
}
