import { offeredLoad } from '../../scenario/offered-load.js';
import type { Scenario } from '../../scenario/type.js';
import { needArrivals } from '../arrivals-only.js';
import { withArrivals } from '../change.js';
import type { Evaluate } from '../evaluate.js';
import { headroomOf } from '../size/headroom.js';
import { lasting } from '../size/lasting.js';
import type { Growth, Headroom, SizeRow } from '../size/sizing.js';
import { checkTargets } from '../size/targets.js';
import { rowOf, tryOut } from '../size/trial.js';
import { stationFor } from '../station-for.js';

/** How the servers do at one rate. */
export interface LoadRow extends SizeRow {
  /** Customers per second at the station. */
  readonly arrivalRate: number;
  /** Times as many as now. */
  readonly factor: number;
}

export interface HighestLoad extends Partial<Headroom> {
  /** 'too-many': the targets are met at a lower rate only; 'never': at none that was tried. */
  readonly outcome: 'met' | 'too-many' | 'never';
  readonly station: string;
  readonly servers: number | 'infinite';
  readonly targets: readonly string[];
  /** Customers per second as the scenario has them. */
  readonly now: number;
  readonly table: readonly LoadRow[];
  readonly engine?: SizeRow['engine'];
  readonly scenario: Scenario;
}

export interface LoadQuestion {
  /** Whose arrivals and utilisation are shown; needed where there are several stations. */
  readonly station?: string;
  readonly growth?: Growth;
}

/** Rates of the table, as shares of the highest that holds. */
const shown = [0.5, 0.8, 0.9, 1];
/** Halvings of the arrivals before it is said that no rate will do. */
const mostHalvings = 20;

/**
 * The highest arrival rate at which a scenario, with the servers that it has, meets all its thresholds. Targets
 * only get harder to meet with every further arrival, so the rates that hold are an interval from 0.
 * @throws PlanningProblem when a target is none for that, or nobody can answer the scenario
 */
export async function highestLoad(
  scenario: Scenario,
  question: LoadQuestion,
  evaluate: Evaluate,
): Promise<HighestLoad> {
  needArrivals(scenario);
  const station = stationFor(scenario, question.station, 'whose arrivals are meant');
  const targets = checkTargets(scenario, scenario.stations[station]);
  const now = offeredLoad(scenario)[station].arrivalRate;
  const about = {
    station,
    servers: scenario.stations[station].servers,
    targets: targets.map(({ text }) => text),
    now,
  };
  const at = (factor: number) => tryOut(withArrivals(scenario, factor), evaluate);
  let start = 1;
  let trial = await at(start);
  for (let i = 0; i < mostHalvings && trial.decision !== 'met'; i++) {
    start /= 2;
    trial = await at(start);
  }
  if (trial.decision !== 'met') return { outcome: 'never', ...about, table: [], scenario };

  const exact = trial.result.engine === 'theory';
  const found = await headroomOf(withArrivals(scenario, start), station, evaluate, exact);
  const room: Headroom = {
    ...found,
    factor: found.factor * start,
    ...(found.breaks && { breaks: { ...found.breaks, factor: found.breaks.factor * start } }),
  };
  const table: LoadRow[] = [];
  for (const share of shown) {
    const factor = share * room.factor;
    const row = rowOf(servers(about.servers), station, await at(factor));
    table.push({ ...row, arrivalRate: factor * now, factor });
  }
  return {
    outcome: room.factor >= 1 ? 'met' : 'too-many',
    ...about,
    ...(room.factor > 1 ? lasting(room, question.growth) : room),
    table,
    engine: trial.result.engine,
    scenario,
  };
}

/** Infinitely many have no cost to speak of. */
const servers = (count: number | 'infinite'): number => (count === 'infinite' ? 0 : count);
