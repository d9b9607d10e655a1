import type { Recovery, Upset } from '../../result/recovery.js';
import type { EngineName } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { Scenario } from '../../scenario/type.js';
import { needArrivals } from '../arrivals-only.js';
import { withServers } from '../change.js';
import { type Cost, costOf } from '../cost.js';
import { needPlainServers } from '../counted-servers.js';
import { PlanningProblem } from '../problem.js';
import { smallest } from '../smallest.js';
import type { Recover } from './recover.js';

const mostServers = 1_000_000;

export interface DrainQuestion {
  readonly upset: Upset;
  /** Seconds within which nobody is to wait any more. */
  readonly deadline?: number;
  /** How likely that is to be. */
  readonly certainty: number;
}

/** What a number of servers makes of the upset. */
export interface DrainRow {
  readonly servers: number;
  readonly load: number;
  /** Seconds by the fluid line: what waits, over what the servers have to spare. */
  readonly fluid?: number;
  /** Customers a second by which the queue grows instead. */
  readonly growthRate?: number;
  readonly recovery?: Recovery;
  /** Why there is no more than the fluid line. */
  readonly reason?: string;
  /** Whether the deadline is kept; absent without one. */
  readonly decision?: 'met' | 'missed' | 'open';
  readonly cost?: Cost;
}

export interface Drain {
  /** Without a deadline whether the servers given clear it at all; with one whether servers were found. */
  readonly outcome: 'drains' | 'never' | 'met' | 'inconclusive';
  readonly upset: Upset;
  readonly deadline?: number;
  readonly certainty: number;
  /** Those given, or with a deadline the smallest number known to keep it. */
  readonly servers?: number;
  readonly reason?: string;
  readonly arrivalRate: number;
  readonly offeredLoad: number;
  readonly table: readonly DrainRow[];
  readonly engine?: EngineName;
  readonly scenario: Scenario;
}

/**
 * How long a station takes until nobody waits, after an upset; with a deadline, how many servers keep it.
 * @throws PlanningProblem for a scenario of several stations, or one whose queue has an end of its own
 */
export async function drain(scenario: Scenario, question: DrainQuestion, recover: Recover): Promise<Drain> {
  const { upset, deadline, certainty } = question;
  const [[name, station], ...others] = Object.entries(scenario.stations);
  if (others.length > 0)
    throw new PlanningProblem(
      `the scenario has ${others.length + 1} stations; expected one that is to recover`,
    );
  needArrivals(scenario);
  needPlainServers(station, name);
  const { arrivalRate, erlangs } = offeredLoad(scenario)[name];
  const given = station.servers;
  if (given === 'infinite') throw new PlanningProblem('nobody waits where everyone is served at once');
  if (station.capacity !== undefined)
    throw new PlanningProblem('a station that turns customers away holds no backlog beyond its capacity');
  if (erlangs === undefined)
    throw new PlanningProblem('the mean service time is infinite: nothing ever clears');

  const rows = new Map<number, DrainRow>();
  const of = async (servers: number): Promise<DrainRow> => {
    const known = rows.get(servers);
    if (known) return known;
    const row = await rowOf(withServers(scenario, name, servers), servers, question, recover);
    rows.set(servers, row);
    return row;
  };
  const about = {
    upset,
    certainty,
    arrivalRate,
    offeredLoad: erlangs,
    ...(deadline !== undefined && { deadline }),
  };
  const least = Math.floor(erlangs) + 1;
  const around = async (servers: number): Promise<DrainRow[]> => {
    const few = Array.from({ length: 6 }, (_, i) => servers - 1 + i).filter(n => n >= 1);
    for (const n of few) await of(n);
    return few.map(n => rows.get(n) as DrainRow);
  };

  if (deadline === undefined) {
    const row = await of(given);
    const table = await around(row.growthRate === undefined ? given : least);
    const all = table.some(({ servers }) => servers === given) ? table : [row, ...table];
    return {
      outcome: row.growthRate === undefined ? 'drains' : 'never',
      servers: given,
      ...about,
      table: all,
      ...(row.recovery && { engine: row.recovery.engine }),
      scenario,
    };
  }
  const meanService = erlangs / arrivalRate;
  const first = Math.ceil(
    (arrivalRate + backlogOf(upset, arrivalRate, least / meanService) / deadline) * meanService,
  );
  const servers = await smallest(async n => (await of(n)).decision === 'met', {
    least,
    most: mostServers,
    first,
  });
  if (servers === undefined) {
    const row = rows.get(mostServers);
    const reason = row?.reason ?? `not even ${mostServers} servers are known to keep the deadline`;
    return { outcome: 'inconclusive', reason, ...about, table: [], scenario };
  }
  let fewest = servers;
  while (fewest > least && (await of(fewest - 1)).decision !== 'missed') fewest--;
  const engine = (await of(servers)).recovery?.engine;
  return {
    outcome: fewest === servers ? 'met' : 'inconclusive',
    servers,
    ...(fewest < servers && {
      reason: `between ${fewest} and ${servers}: ${servers} keep the deadline, and fewer may`,
    }),
    ...about,
    table: await around(servers),
    ...(engine && { engine }),
    scenario: withServers(scenario, name, servers),
  };
}

/** Who waits when the recovery begins, were everything to flow evenly. */
function backlogOf(upset: Upset, arrivalRate: number, serviceRate: number): number {
  if (upset.kind === 'backlog') return upset.customers;
  if (upset.kind === 'pause') return arrivalRate * upset.seconds;
  return Math.max(0, upset.factor * arrivalRate - serviceRate) * upset.seconds;
}

async function rowOf(
  scenario: Scenario,
  servers: number,
  { upset, deadline, certainty }: DrainQuestion,
  recover: Recover,
): Promise<DrainRow> {
  const [{ arrivalRate, erlangs = 0 }] = Object.values(offeredLoad(scenario));
  const serviceRate = (servers * arrivalRate) / erlangs;
  const cost = costOf(scenario, servers);
  const row = { servers, load: erlangs / servers, ...(cost && { cost }) };
  const missed = deadline === undefined ? {} : ({ decision: 'missed' } as const);
  if (serviceRate <= arrivalRate) return { ...row, growthRate: arrivalRate - serviceRate, ...missed };
  const fluid = backlogOf(upset, arrivalRate, serviceRate) / (serviceRate - arrivalRate);
  const outcome = await recover(scenario, upset, deadline);
  if (!outcome.answered) {
    return {
      ...row,
      fluid,
      reason: outcome.reason,
      ...(deadline !== undefined && { decision: 'open' as const }),
    };
  }
  const { recovery } = outcome;
  const { within } = recovery;
  if (within === undefined) return { ...row, fluid, recovery };
  const [low, high] = within.kind === 'sampled' ? [within.low, within.high] : [within.value, within.value];
  const decision = low >= certainty ? 'met' : high < certainty ? 'missed' : 'open';
  return { ...row, fluid, recovery, decision };
}
