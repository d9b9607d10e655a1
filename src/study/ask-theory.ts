import { engset, finiteSource } from '../engines/theory/formulas/finite-source.js';
import { predict } from '../engines/theory/index.js';
import { loadOf, problemOf } from '../engines/theory/problem.js';
import { stated } from '../engines/theory/stated.js';
import { type Between, byTwoMoments } from '../engines/theory/two-moments-answer.js';
import { quantileName } from '../result/measure.js';
import type { Estimate, PartResult, Result, Warning } from '../result/result.js';
import type { Notation } from '../scenario/notation.js';
import { singleStation } from '../scenario/single-station.js';
import type { Scenario } from '../scenario/type.js';

export type { Between } from '../engines/theory/two-moments-answer.js';

export interface TheoryAnswer {
  /** In Kendall's notation. */
  readonly model: string;
  /** For which laws it holds, where that is not what was asked: a law known by two moments is many laws. */
  readonly about?: string;
  /** The entry of the catalogue. */
  readonly by: string;
  /** By the names of measures and percentiles. */
  readonly measures: Readonly<Record<string, Estimate | Between>>;
  readonly warnings: readonly Warning[];
}

export type TheoryReply =
  | { readonly answered: true; readonly answers: readonly TheoryAnswer[] }
  | { readonly answered: false; readonly reason: string };

/** What theory says of a station of an open population. */
export function askTheory(notation: Notation, scenario: Scenario): TheoryReply {
  const outcome = predict(scenario, { curves: false });
  if (!outcome.answered) return outcome;
  const usual = ofResult(outcome.result);
  const station = singleStation(scenario);
  if (typeof station === 'string')
    return { answered: true, answers: partsOf(notation, usual, outcome.result) };
  const problem = problemOf(station);
  const stable = Number.isFinite(problem.capacity) || loadOf(problem) < 1;
  const vague = [notation.arrivals, notation.service].some(({ letter }) => letter === 'G');
  const rough = Object.values(usual.measures).some(({ kind }) => kind === 'approximation');
  const moments = stable && (vague || rough) ? byTwoMoments(problem) : undefined;
  const general = moments && { model: notation.text, about: 'any laws of these moments', ...moments };
  return {
    answered: true,
    answers: [
      ...(general ? [{ ...general, warnings: [] }] : []),
      ...(general && rough ? [] : [{ ...usual, ...(vague && { about: 'the usual laws of these moments' }) }]),
    ],
  };
}

function measuresOf({ measures, waitQuantiles, sojournQuantiles }: PartResult): TheoryAnswer['measures'] {
  const quantiles = [
    ...waitQuantiles.map(({ p, ...estimate }) => [quantileName(p, 'wait'), estimate] as const),
    ...sojournQuantiles.map(({ p, ...estimate }) => [quantileName(p, 'sojourn'), estimate] as const),
  ];
  return { ...measures, ...Object.fromEntries(quantiles) };
}

function ofResult(result: Result): TheoryAnswer {
  const { model = '', warnings } = result;
  // 'M/E3/1 (by M/G/1)', or the station alone.
  const [, station = model, by] = /^(.*?)(?: \(by (.+)\))?$/.exec(model) ?? [];
  return {
    model: station,
    by: by ?? station,
    measures: measuresOf(result),
    warnings,
  };
}

/** Of all customers, and then of each class. */
function partsOf(
  { text, patience }: Notation,
  whole: TheoryAnswer,
  { classes = {} }: Result,
): TheoryAnswer[] {
  const about = patience?.letter === 'G' ? { about: 'patience of the usual law of these moments' } : {};
  const parts = Object.entries(classes).map(([name, part]) => ({
    model: text,
    about: name,
    by: whole.by,
    measures: measuresOf(part),
    warnings: [],
  }));
  return [{ ...whole, model: text, ...about }, ...parts];
}

/** A population that is all there is: each customer thinks, asks, is served or turned away, and thinks again. */
export interface ClosedStation {
  /** Mean times, seconds. */
  readonly think: number;
  readonly service: number;
}

/** What theory says of a station of a closed population, all times exponential. */
export function askClosed(notation: Notation, { think, service }: ClosedStation): TheoryReply {
  const { population = 1, servers, capacity = population } = notation;
  if (servers === 'infinite')
    return { answered: false, reason: 'with a server for everyone the population changes nothing' };
  if (capacity !== servers && capacity < population)
    return { answered: false, reason: 'room for some of the waiting customers, but not for all' };
  const formula = capacity < population ? engset : finiteSource;
  const found = formula.solve({ sources: population, rate: 1 / think, meanService: service, servers });
  return {
    answered: true,
    answers: [{ model: notation.text, by: formula.kendall, measures: stated(formula, found), warnings: [] }],
  };
}
