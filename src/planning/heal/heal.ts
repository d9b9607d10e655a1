import { arrivalProcessOf } from '../../arrivals/index.js';
import type { Aftermath } from '../../result/aftermath.js';
import type { Spike } from '../../result/recovery.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import { isOpen, outsideRate } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';
import { formatNumber } from '../../units.js';
import { needArrivals } from '../arrivals-only.js';
import { bracket } from '../bracket.js';
import { withArrivals } from '../change.js';
import { PlanningProblem } from '../problem.js';
import type { Strike } from './strike.js';

/** What becomes of a spike at one rate of arrivals. */
export interface HealRow {
  /** Customers per second, and times as many as now. */
  readonly arrivalRate: number;
  readonly factor: number;
  /** Of the busiest station. */
  readonly utilisation: number;
  /** Seconds after the spike that were looked at. */
  readonly watch: number;
  readonly outcome: 'heals' | 'sometimes' | 'never';
  readonly aftermath: Aftermath;
}

export interface Healing {
  /** By the runs at the rate of now: all of them, as far as can be told, some, or none. */
  readonly outcome: HealRow['outcome'];
  readonly spike: Spike;
  readonly now: HealRow;
  /** Attempts of a customer at most. */
  readonly maxAttempts: number;
  /** Customers per second up to which it heals from any spike, for all attempts of all customers can be served. */
  readonly alwaysBelow: number;
  /** The highest rate known to heal from this spike, and the lowest seen not to do so always; absent: none below saturation. */
  readonly healsUpTo: number;
  readonly failsAt?: number;
  /** Customers per second from which on the queue grows without any spike. */
  readonly saturation: number;
  readonly scenario: Scenario;
}

export interface HealQuestion {
  readonly spike: Spike;
  /** Seconds after the spike; absent: what a queue without repetitions would need several times over. */
  readonly watch?: number;
}

/** Of ten cases so many must heal, with the confidence of the scenario. */
const surely = 0.9;
/** Beyond this utilisation any recovery takes long. */
const busiestTried = 0.9;
const search = { nearness: 0.05, most: 9 } as const;
/** Times as long as the fluid line takes, and seconds of services and of timeouts, after which what is not over stays. */
const patience = { drains: 4, services: 200, timeouts: 20 } as const;

/**
 * Whether a system goes back by itself to what it was before a spike of the arrivals: where clients send again what takes too
 * long, the repetitions may keep the queue long after the spike is over (N. Bronson and others, "Metastable failures in
 * distributed systems", HotOS 2021, whose stable, vulnerable and metastable states these are).
 * @throws PlanningProblem where the arrivals are not steady, or cannot be served without a spike
 */
export async function heal(
  scenario: Scenario,
  { spike, watch }: HealQuestion,
  strike: Strike,
): Promise<Healing> {
  needSteadyArrivals(scenario);
  const { utilisation, arrivalRate } = busiest(scenario);
  if (utilisation >= 1)
    throw new PlanningProblem(
      `${formatNumber(utilisation, 3)} times what the servers can do comes without any spike: nothing heals there; ask "sojourn size" how many are needed`,
    );
  const at = async (factor: number): Promise<HealRow | string> => {
    const asked = withArrivals(scenario, factor);
    const seconds = watch ?? longEnough(asked, spike);
    const outcome = await strike(asked, spike, seconds);
    if (!outcome.answered) return outcome.reason;
    const { aftermath } = outcome;
    return {
      arrivalRate: factor * arrivalRate,
      factor,
      utilisation: factor * utilisation,
      watch: seconds,
      outcome: outcomeOf(aftermath),
      aftermath,
    };
  };
  const now = await at(1);
  if (typeof now === 'string') throw new PlanningProblem(`nobody can answer this: ${now}`);
  const maxAttempts = Math.max(...Object.values(scenario.classes).map(one => one.retry?.maxAttempts ?? 1));
  const tips = 1 / utilisation;
  const always = tips / maxAttempts;
  const { holds = always, fails } =
    maxAttempts === 1
      ? {}
      : await bracket(
          async factor => {
            if (factor <= always) return true;
            if (factor * utilisation > busiestTried) return undefined;
            const row = factor === 1 ? now : await at(factor);
            return typeof row === 'string' ? undefined : row.outcome === 'heals';
          },
          { first: 1, ...search },
        );
  return {
    outcome: now.outcome,
    spike,
    now,
    maxAttempts,
    alwaysBelow: always * arrivalRate,
    healsUpTo: Math.max(holds, always) * arrivalRate,
    ...(fails !== undefined && { failsAt: fails * arrivalRate }),
    saturation: tips * arrivalRate,
    scenario,
  };
}

function needSteadyArrivals(scenario: Scenario): void {
  needArrivals(scenario);
  for (const [name, customers] of Object.entries(scenario.classes)) {
    if (!isOpen(customers) || arrivalProcessOf(customers.arrivals).kendall === 'M') continue;
    throw new PlanningProblem(
      `the arrivals of class "${name}" are not Poisson at a steady rate, onto which a spike could be set; expected a rate, such as arrivals: 70/s`,
    );
  }
}

/** What comes from outside, and how busy that makes the busiest station. */
function busiest(scenario: Scenario) {
  const loads = Object.values(offeredLoad(scenario)).map(({ utilisation = 0 }) => utilisation);
  const arrivalRate = Object.values(scenario.classes).reduce((sum, one) => sum + outsideRate(one), 0);
  return { utilisation: Math.max(...loads), arrivalRate };
}

const outcomeOf = ({ healed }: Aftermath): HealRow['outcome'] =>
  healed.low >= surely ? 'heals' : healed.value === 0 ? 'never' : 'sometimes';

/** Seconds after which a queue that is to heal has done so. */
function longEnough(scenario: Scenario, { factor, seconds }: Spike): number {
  const { utilisation, arrivalRate } = busiest(scenario);
  const drain = (Math.max(0, factor * utilisation - 1) * seconds) / (1 - utilisation);
  const service = utilisation / arrivalRate;
  const timeouts = Object.values(scenario.classes).map(({ timeout = 0 }) => timeout);
  return Math.max(
    patience.drains * drain,
    patience.services * service,
    patience.timeouts * Math.max(...timeouts),
    4 * seconds,
  );
}
