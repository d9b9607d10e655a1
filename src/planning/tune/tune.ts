import { arrivalProcessOf } from '../../arrivals/index.js';
import type { Interim } from '../../result/question.js';
import type { Estimate, Result } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import { isOpen } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';
import { costOf } from '../cost.js';
import { decide, decideAll, sharesFor } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import { namedEstimates } from '../size/trial.js';
import { stationFor } from '../station-for.js';
import type { Axis } from '../sweep/axis.js';
import type { Cell } from '../sweep/sweep.js';
import type { TunedSetting, Tuning } from './tuning.js';

export interface TuneQuestion {
  /** Whose autoscaler; needed where there are several stations. */
  readonly station?: string;
  readonly axes: readonly Axis[];
  /** A scenario for each setting. */
  readonly cells: readonly Cell[];
  readonly onCell?: (done: number, total: number) => void;
}

/**
 * Which of some settings of an autoscaler meets every threshold of the scenario with the fewest servers on average; all of
 * them under the same random numbers.
 * @throws PlanningProblem without an autoscaler or a target
 */
export async function tune(
  scenario: Scenario,
  { station: asked, axes, cells, onCell }: TuneQuestion,
  evaluate: Evaluate,
): Promise<Tuning> {
  const station = autoscaledStation(scenario, asked);
  const { thresholds = [] } = scenario;
  if (thresholds.length === 0)
    throw new PlanningProblem(
      'no target is given; expected one such as "p95 wait < 30s", "mean sojourn < 2s" or "time above target < 10%"',
    );
  const busiestLoad = busiestLoadOf(scenario, station);
  const table: TunedSetting[] = [];
  for (const cell of cells) {
    table.push(await settingOf(axes, cell, { station, busiestLoad }, evaluate));
    onCell?.(table.length, cells.length);
  }
  const rated = table.map(row => ({ ...row, efficient: !table.some(other => beats(other, row)) }));
  const { best, alike } = cheapest(rated);
  const outcome =
    best !== undefined
      ? 'met'
      : rated.some(({ decision }) => decision !== 'missed')
        ? 'inconclusive'
        : 'impossible';
  return {
    outcome,
    station,
    targets: thresholds.map(({ text }) => text),
    busiestLoad,
    axes,
    table: rated,
    ...(best !== undefined && { best }),
    alike,
    scenario: best === undefined ? scenario : cells[best].scenario,
  };
}

/**
 * The station whose autoscaler is meant: the one that was named, or the only one that has any.
 * @throws PlanningProblem where there is none, or it is not clear
 */
export function autoscaledStation(scenario: Scenario, asked: string | undefined): string {
  const scaled = Object.keys(scenario.stations).filter(name => scenario.stations[name].autoscaling);
  const station = stationFor(
    scenario,
    asked ?? (scaled.length === 1 ? scaled[0] : undefined),
    'whose autoscaler',
  );
  if (scaled.includes(station)) return station;
  throw new PlanningProblem(
    `"${station}" has no autoscaler; expected autoscaling with a signal and a target at the station (or ask "sojourn size" for a fixed number of servers)`,
  );
}

/** Erlangs at the highest arrival rate there is. */
function busiestLoadOf(scenario: Scenario, station: string): number {
  const { erlangs } = offeredLoad(scenario)[station];
  if (erlangs === undefined)
    throw new PlanningProblem('the mean service time is infinite: no setting is enough');
  const rates = Object.values(scenario.classes).flatMap(one => {
    if (!isOpen(one)) return [];
    const { rate, clock } = arrivalProcessOf(one.arrivals);
    return [{ rate, peak: clock?.peak ?? rate }];
  });
  const sum = (of: (rates: { rate: number; peak: number }) => number) =>
    rates.reduce((total, one) => total + of(one), 0);
  return rates.length === 0 ? erlangs : (erlangs * sum(({ peak }) => peak)) / sum(({ rate }) => rate);
}

interface Place {
  readonly station: string;
  readonly busiestLoad: number;
}

async function settingOf(
  axes: readonly Axis[],
  { at, scenario }: Cell,
  { station, busiestLoad }: Place,
  evaluate: Evaluate,
): Promise<TunedSetting> {
  const { thresholds = [], run } = scenario;
  const known = ({ measures: { meanServers } }: Interim) =>
    meanServers?.kind !== 'sampled' || meanServers.halfWidth <= run.precision * meanServers.value;
  const outcome = await evaluate(scenario, {
    within: sharesFor(thresholds),
    curves: false,
    enough: soFar => decideAll(thresholds, soFar) !== 'open' && known(soFar),
  });
  const setting = { at: Object.fromEntries(axes.map(({ path }, i) => [path, at[i]])), efficient: false };
  if (!outcome.answered)
    return { ...setting, decision: 'open', targets: [], measures: {}, reason: outcome.reason };
  const { result } = outcome;
  const measures = measuresAt(result, station);
  const cost = costOf(scenario, 0, measures);
  const peak = measures.peakServers?.value;
  return {
    ...setting,
    decision: decideAll(thresholds, result),
    targets: thresholds.map(target => ({ text: target.text, decision: decide(target, result) })),
    measures,
    ...(peak !== undefined && { overshoot: peak / busiestLoad }),
    ...(cost && { cost }),
  };
}

/** What only a station tells, beside what is true of the whole. */
const ofServers = ['meanServers', 'peakServers', 'timeAboveTarget'] as const;

function measuresAt(result: Result, station: string): Record<string, Estimate> {
  const own = result.stations?.[station]?.measures ?? {};
  const told = ofServers.flatMap(name => (own[name] ? [[name, own[name]] as const] : []));
  return { ...namedEstimates(result, result.scenario), ...Object.fromEntries(told) };
}

/** No more servers and no longer a sojourn on average, and less of one of them. */
function beats({ measures: a }: TunedSetting, { measures: b }: TunedSetting): boolean {
  const pairs = (['meanServers', 'meanSojourn'] as const).flatMap(name =>
    a[name] && b[name] ? [[a[name].value, b[name].value] as const] : [],
  );
  return pairs.length === 2 && pairs.every(([x, y]) => x <= y) && pairs.some(([x, y]) => x < y);
}

/** The place of the row that meets the targets with the fewest servers, and of those that may have as few. */
function cheapest(table: readonly TunedSetting[]): Pick<Tuning, 'best' | 'alike'> {
  const met = [...table.keys()].filter(i => table[i].decision === 'met' && table[i].measures.meanServers);
  const servers = (i: number): Estimate => table[i].measures.meanServers;
  const [best] = [...met].sort((i, j) => servers(i).value - servers(j).value);
  if (best === undefined) return { alike: [] };
  return { best, alike: met.filter(i => i !== best && lowOf(servers(i)) <= highOf(servers(best))) };
}

const lowOf = (estimate: Estimate): number => (estimate.kind === 'sampled' ? estimate.low : estimate.value);
const highOf = (estimate: Estimate): number => (estimate.kind === 'sampled' ? estimate.high : estimate.value);
