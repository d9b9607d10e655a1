import { distributionOf } from '../../distributions/index.js';
import type { DistributionSpec, Scenario } from '../../scenario/type.js';
import { needPlainServers } from '../counted-servers.js';
import type { Decision } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import { bestPossible } from '../size/best-possible.js';
import { checkTargets } from '../size/targets.js';
import { namedEstimates } from '../size/trial.js';
import { stationFor } from '../station-for.js';
import { firstGuess } from './first-guess.js';
import { byInterval, classOf, type Period, periodOf } from './intervals.js';
import { withSchedule } from './schedule.js';
import { type FoundStaffing, searchStaffing } from './search.js';
import type { StaffedInterval, Staffing, StaffQuestion } from './staffing.js';
import { NotTried, type StaffJudge, staffJudge } from './trial.js';

/**
 * How many servers are needed when: for each interval of a period whose arrivals follow the clock the smallest number
 * with which those who come in it meet every threshold of the scenario, those of the intervals before given. Each interval is
 * decided by itself, at the scenario's confidence, with the same random numbers in every try.
 *
 * @throws PlanningProblem when a target is none for that, or nobody can answer the scenario
 */
export async function staff(
  asked: Scenario,
  { every }: StaffQuestion,
  evaluate: Evaluate,
): Promise<Staffing> {
  const station = onlyStation(asked);
  const scenario = withoutSchedule(asked, station);
  const targets = checkTargets(scenario, scenario.stations[station]);
  const busy = targets.find(({ measure }) => ofServers.includes(measure));
  if (busy)
    throw new PlanningProblem(
      `"${busy.text}" is no target for those who come in an interval; expected one such as "p80 wait < 20s", "mean wait < 1min" or "abandonment < 3%"`,
    );
  const period = periodOf(scenario, every);
  const meanService = meanServiceOf(scenario, station);
  const about = { station, targets: targets.map(({ text }) => text), period: period.length };

  const steady = { ...period.customers, arrivals: { process: 'poisson', rate: busiest(period) } };
  const { duration: _, ...endless } = scenario.run;
  const inTheLongRun = { ...scenario, classes: { steady }, run: endless };
  const { capacity } = scenario.stations[station];
  const { failed } = await bestPossible(inTheLongRun, station, capacity ?? 'infinite', evaluate, []);
  if (failed.length > 0) {
    const reason = `${failed.join(' and ')} cannot be met with any number of servers`;
    return { outcome: 'impossible', reason, ...about, intervals: [], scenario };
  }

  const guess = await firstGuess(scenario, station, { period, meanService }, evaluate);
  const judge = staffJudge(byInterval(scenario, period), station, period, evaluate);
  const most = capacity ?? 2 * Math.max(...guess) + 20;
  const found = await triedOut(guess, most, judge);
  if (found instanceof NotTried) return approximately(guess, found.message);
  if (found === undefined) {
    const reason = `up to ${most} servers in an interval were tried and are not known to meet the targets; a longer run may tell`;
    return { outcome: 'inconclusive', reason, ...about, intervals: [], scenario };
  }
  const intervals = period.intervals.map((_, i) => rowOf(i, period, { found, meanService }));
  const count = (decision: Decision) => intervals.filter(one => one.oneFewer === decision).length;
  const undecided = count('open');
  const open = undecided + count('close');
  return {
    outcome: undecided === 0 ? 'met' : 'inconclusive',
    ...(open > 0 && {
      reason: `in ${open} of ${intervals.length} intervals one server fewer comes so close to the limit that it may do${undecided > 0 ? `, or is not decided (${undecided}): a larger run.maxCustomers may tell` : ''}`,
    }),
    ...about,
    intervals,
    ...priceOf(scenario, intervals),
    engine: found.result.engine,
    scenario: withSchedule(scenario, station, period, found.servers),
  };

  function approximately(servers: readonly number[], reason: string): Staffing {
    const untried = period.intervals.map(({ stretches: _, ...interval }, i) => ({
      ...interval,
      offeredLoad: interval.rate * meanService,
      servers: servers[i],
      decision: 'open' as const,
      measures: {},
      within: [],
    }));
    return {
      outcome: 'approximation',
      reason,
      ...about,
      intervals: untried,
      ...priceOf(scenario, untried),
      scenario: withSchedule(scenario, station, period, servers),
    };
  }
}

/** @returns why, where nobody tries anything */
const triedOut = (guess: readonly number[], most: number, judge: StaffJudge) =>
  searchStaffing(guess, most, judge).catch((error: unknown) => {
    if (error instanceof NotTried) return error;
    throw error;
  });

/** Measures of servers, or of a moment, and not of those who come in an interval. */
const ofServers = ['utilisation', 'meanNumberInQueue', 'meanNumberInSystem'];

function onlyStation(scenario: Scenario): string {
  const [, ...others] = Object.keys(scenario.stations);
  if (others.length === 0) return stationFor(scenario, undefined, '');
  throw new PlanningProblem(
    `the scenario has ${others.length + 1} stations; expected one that is to be staffed`,
  );
}

/** What is looked for need not be said; anything else of the servers is more than their number. */
function withoutSchedule(scenario: Scenario, name: string): Scenario {
  const { schedule: _, ...station } = scenario.stations[name];
  needPlainServers(station, name);
  return { ...scenario, stations: { ...scenario.stations, [name]: station } };
}

function meanServiceOf({ stations }: Scenario, name: string): number {
  const { service, servers } = stations[name];
  if (servers === 'infinite') throw new PlanningProblem('there is a server for everyone at any time');
  const law = typeof service.distribution === 'string' ? service : Object.values(service)[0];
  const { mean } = distributionOf(law as DistributionSpec);
  if (Number.isFinite(mean)) return mean;
  throw new PlanningProblem('the mean service time is infinite: no number of servers is enough');
}

const busiest = ({ intervals }: Period): number => Math.max(...intervals.map(({ rate }) => rate));

interface Answer {
  readonly found: FoundStaffing;
  readonly meanService: number;
}

function rowOf(i: number, { intervals }: Period, { found, meanService }: Answer): StaffedInterval {
  const { result, servers, decisions, oneFewer } = found;
  const { stretches: _, ...interval } = intervals[i];
  const part = interval.rate === 0 ? undefined : (result.classes?.[classOf(i)] ?? result);
  const fewer = oneFewer[i];
  return {
    ...interval,
    offeredLoad: interval.rate * meanService,
    servers: servers[i],
    decision: decisions[i],
    ...(fewer && { oneFewer: fewer }),
    measures: part ? namedEstimates(part, result.scenario) : {},
    within: part?.within ?? [],
  };
}

function priceOf({ cost }: Scenario, intervals: readonly StaffedInterval[]) {
  const hours = intervals.map(({ from, until }) => (until - from) / 3600);
  const serverHours = intervals.reduce((sum, { servers }, i) => sum + servers * hours[i], 0);
  const most = Math.max(...intervals.map(({ servers }) => servers));
  const constantServerHours = hours.reduce((sum, hour) => sum + most * hour, 0);
  return {
    serverHours,
    constantServerHours,
    ...(cost && {
      cost: {
        perPeriod: serverHours * cost.perServerHour,
        constantPerPeriod: constantServerHours * cost.perServerHour,
        currency: cost.currency,
      },
    }),
  };
}
