import { distributionOf } from '../../distributions/index.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import { availabilityOf } from '../../scenario/server-side/availability.js';
import { capacityOf } from '../../scenario/server-side/capacity.js';
import type { DistributionSpec, Scenario, Station } from '../../scenario/type.js';
import { needArrivals } from '../arrivals-only.js';
import { withServers } from '../change.js';
import { needCountedServers } from '../counted-servers.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import { smallest } from '../smallest.js';
import { stationFor } from '../station-for.js';
import { bestPossible } from './best-possible.js';
import { headroomOf } from './headroom.js';
import { lasting } from './lasting.js';
import type { SizeQuestion, Sizing } from './sizing.js';
import { checkTargets } from './targets.js';
import { rowOf, trials } from './trial.js';

/** More servers than this nobody has. */
const mostServers = 1_000_000;

/**
 * The smallest number of servers with which a station meets every threshold of the scenario.
 *
 * Each number is decided by itself, at the scenario's confidence, with the same random numbers: the two that
 * matter are the answer, which must be known to meet the targets, and the one below, which must be known to
 * miss them; else the outcome is inconclusive. With one-sided limits at 97.5 % for each of the two (the usual
 * 95 % interval) the answer is right with 95 % confidence (Bonferroni).
 *
 * @throws PlanningProblem when a target is none to find servers for, or nobody can answer the scenario
 */
export async function size(scenario: Scenario, question: SizeQuestion, evaluate: Evaluate): Promise<Sizing> {
  needArrivals(scenario);
  const station = stationFor(scenario, question.station, 'whose servers are wanted');
  needCountedServers(scenario, station);
  const { capacity } = scenario.stations[station];
  const targets = checkTargets(scenario, scenario.stations[station]);
  const { arrivalRate, erlangs } = offeredLoad(scenario)[station];
  if (erlangs === undefined)
    throw new PlanningProblem(
      'the mean service time is infinite: no number of servers is enough; bound the service times',
    );
  const about = {
    station,
    targets: targets.map(({ text }) => text),
    arrivalRate,
    offeredLoad: erlangs,
    ...serviceAt(scenario.stations[station]),
  };
  const { spare = 0 } = question;
  const one = { ...scenario.stations[station], servers: 1 };
  const each = capacityOf(one) * availabilityOf(one);
  const most = (capacity ?? highest(scenario.stations[station], erlangs / each)) - spare;
  if (most < 1)
    throw new PlanningProblem(
      `there is room for ${capacity} customers, so ${spare} servers cannot be spared`,
    );
  const stable = needsStability(scenario, station) ? Math.floor(erlangs / each) + 1 : 1;
  const least = Math.max(stable, question.least ?? 1);
  const more = question.within ?? [];

  const atBest = await bestPossible(
    scenario,
    station,
    capacity === undefined ? 'infinite' : most,
    evaluate,
    more,
  );
  if (atBest.failed.length > 0 || least > most) {
    const what =
      capacity === undefined
        ? 'any number of servers'
        : spare === 0
          ? `a server at each of the ${capacity} places`
          : `${most} of ${capacity} servers, the most there is room for`;
    const reason =
      atBest.failed.length > 0
        ? `${atBest.failed.join(' and ')} cannot be met with ${what}`
        : `more than ${most} servers would be needed`;
    return { outcome: 'impossible', reason, ...about, table: atBest.table, warnings: [], scenario };
  }

  const { of, made } = trials(scenario, station, evaluate, more);
  const first = Math.ceil((erlangs + Math.sqrt(erlangs)) / each);
  const willDo = async (servers: number) => (await of(servers)).decision === 'met';
  const servers = await smallest(willDo, { least, most, first });
  const rows = () => [...made].sort(([a], [b]) => a - b).map(([n, trial]) => rowOf(n, station, trial));
  if (servers === undefined) {
    const missed = made.get(most)?.decision === 'missed';
    const reason = `up to ${most} servers were tried and ${missed ? 'even those miss the targets' : 'none is known to meet the targets; a longer run may tell'}`;
    return { outcome: 'inconclusive', reason, ...about, table: rows().slice(-3), warnings: [], scenario };
  }

  const answer = await of(servers);
  const exact = answer.result.engine === 'theory';
  const around = question.around ?? (exact ? 3 : 1);
  const last = Math.min(most, servers + around) + spare;
  for (let n = Math.max(1, servers - around); n <= last; n++) await of(n);
  // Down to the first number that is known to be too small.
  let fewest = servers;
  while (fewest > least && (await of(fewest - 1)).decision !== 'missed') fewest--;
  const sized = withServers(scenario, station, servers);
  return {
    outcome: fewest === servers ? 'met' : 'inconclusive',
    servers: servers + spare,
    ...(spare > 0 && { spare }),
    ...(fewest < servers && {
      reason: `between ${fewest} and ${servers}: ${servers} meet the targets, and fewer ${
        (await of(servers - 1)).decision === 'close'
          ? 'come so close to the limit that they may'
          : 'may; a longer run would tell'
      }`,
    }),
    ...about,
    ...(question.headroom !== false && {
      headroom: lasting(await headroomOf(sized, station, evaluate, exact), question.growth),
    }),
    table: rows().filter(row => row.servers >= servers - around && row.servers <= last),
    engine: answer.result.engine,
    warnings: answer.result.warnings.filter(({ code }) => code !== 'precision-not-reached'),
    scenario: withServers(scenario, station, servers + spare),
  };
}

/** Servers that are switched off, or take several at once, are never answered by theory: more of them cost time. */
const highest = ({ whenIdle, batchService }: Station, load: number): number =>
  whenIdle || batchService ? 100 + Math.ceil(4 * load) : mostServers;

function serviceAt({ service }: Station): Pick<Sizing, 'service'> {
  if (typeof service.distribution !== 'string') return {};
  const { mean, scv } = distributionOf(service as DistributionSpec);
  return { service: { mean, ...(Number.isFinite(scv) && { scv }) } };
}

/** Where nobody is turned away or gives up the servers must be able to keep up. */
const needsStability = ({ classes, stations }: Scenario, station: string): boolean =>
  stations[station].capacity === undefined && !Object.values(classes).every(({ patience }) => patience);
