import type { Interim, Question } from '../../result/question.js';
import type { PartResult, StationResult } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { Batches } from './batches.js';
import { withCycle } from './cycle.js';
import { type EstimateContext, interim, shares, summary } from './estimates.js';
import { booksOf, keepsStaff, keepsTimes } from './network/books.js';
import type { Finished } from './procedure.js';
import { absentAt, absentIn, ofOneStation, timesOfCustomers } from './system.js';
import type { ReplicationLedgers } from './team.js';
import { classView, stationView, type View, visitView } from './views.js';

/** What a run has so far: of the whole, and of any part. */
export interface SoFar {
  readonly batches: Batches;
  readonly batchesOf: (view: View) => Batches;
  readonly ledgers: readonly ReplicationLedgers[];
}

export interface Parts {
  readonly stations?: Readonly<Record<string, StationResult>>;
  readonly classes?: Readonly<Record<string, PartResult>>;
}

/** What the journeys cannot tell of the only station, where requests are served that nobody waits for any more. */
export function withOnlyStation(whole: PartResult, { stations = {} }: Parts): PartResult {
  const [only, ...more] = Object.values(stations);
  if (only === undefined || more.length > 0) return whole;
  const { utilisation, meanService } = only.measures;
  return {
    ...whole,
    measures: { ...(utilisation && { utilisation }), ...(meanService && { meanService }), ...whole.measures },
  };
}

/** What the estimates of one station need to know. */
export function stationContext(scenario: Scenario, name: string, whole: EstimateContext): EstimateContext {
  const station = scenario.stations[name];
  const impatient = Object.values(scenario.classes).some(({ patience }) => patience);
  const untimed = keepsTimes(booksOf(scenario)) ? [] : timesOfCustomers;
  return {
    ...whole,
    servers: Number(station.servers),
    absent: [...absentAt(station, impatient), ...untimed],
  };
}

/** The same of the journeys of any class. */
export const classContext = (scenario: Scenario, whole: EstimateContext): EstimateContext => ({
  ...whole,
  absent: [...absentIn(scenario), ...ofOneStation],
});

/** What can be said while the simulation still runs: of the whole, and of the classes where that is wanted. */
export function interimOf(
  scenario: Scenario,
  { batches, batchesOf, ledgers }: SoFar,
  context: EstimateContext,
  { within = [], byClass = false }: Question,
): Interim {
  const whole = interim(batches, context, within);
  if (!byClass) return whole;
  const books = booksOf(scenario);
  const own = classContext(scenario, context);
  const ofClass = (name: string) =>
    interim(batchesOf(classView(books, ledgers, books.classes.indexOf(name))), own, within);
  return { ...whole, ofClass };
}

/** What every class that comes to a station is there; undefined where there is one class at most. */
function visitorsOf(
  { classes, stations }: Scenario,
  station: string,
  own: EstimateContext,
  batchesOf: (classNumber: number) => Batches,
): Record<string, PartResult> | undefined {
  const names = Object.keys(classes);
  if (names.length < 2) return undefined;
  // Servers that come and go are counted for the station alone.
  const staff = keepsStaff(stations[station]) ? ['utilisation', 'meanServers', 'timeAboveTarget'] : [];
  const context = { ...own, absent: [...own.absent, ...staff] };
  const visitors = names.flatMap((name, r) => {
    const batches = batchesOf(r);
    return batches.total('arrivals') > 0 ? [[name, summary(batches, context)] as const] : [];
  });
  return visitors.length > 0 ? Object.fromEntries(visitors) : undefined;
}

/** The stations one by one, and the classes, where there is more than the whole. */
export function partsOf(
  scenario: Scenario,
  ledgers: readonly ReplicationLedgers[],
  { batchesOf }: Finished,
  context: EstimateContext,
  { within = [], byClass = false }: Question,
): Parts {
  const books = booksOf(scenario);
  const told = books.journeys ? books.stations : [];
  const stations = told.map((name, i) => {
    const own = stationContext(scenario, name, context);
    const station = summary(batchesOf(stationView(books, ledgers, i)), own);
    const visitors = visitorsOf(scenario, name, own, r => batchesOf(visitView(books, ledgers, i, r)));
    return [name, visitors ? { ...station, classes: visitors } : station] as const;
  });
  const classes = books.classes.map((name, i) => {
    const batches = batchesOf(classView(books, ledgers, i));
    const own = classContext(scenario, context);
    const part = {
      ...summary(batches, own),
      ...(byClass && { within: shares(batches, within, own) }),
    };
    return [name, withCycle(part, scenario.classes[name].clients)] as const;
  });
  return {
    ...(books.journeys && { stations: Object.fromEntries(stations) }),
    ...(classes.length > 1 && { classes: Object.fromEntries(classes) }),
  };
}
