import type { DistributionSpec, Scenario, Station } from '../../scenario/type.js';
import type { Evaluate } from '../evaluate.js';
import { size } from '../size/size.js';
import type { Period } from './intervals.js';

/**
 * Servers for each interval to begin with: those of a plain station in its steady state, with exponential services, so
 * that theory answers at once, under the load that those who come in the interval would find where there is a server for
 * everyone (the modified offered load of O. B. Jennings, A. Mandelbaum, W. A. Massey, W. Whitt, "Server staffing to meet
 * time-varying demand", Management Science 42, 1996; not checked).
 */
export async function firstGuess(
  scenario: Scenario,
  station: string,
  { period, meanService }: { readonly period: Period; readonly meanService: number },
  evaluate: Evaluate,
): Promise<number[]> {
  const known = new Map<number, number>();
  const service: DistributionSpec = { distribution: 'exponential', mean: meanService };
  const servers: number[] = [];
  for (const load of loadsFound(period, meanService)) {
    const rate = Number((load / meanService).toPrecision(6));
    const guess = known.get(rate) ?? (await forSteady(rate));
    known.set(rate, guess);
    servers.push(guess);
  }
  return servers;

  async function forSteady(rate: number): Promise<number> {
    const { patience } = period.customers;
    const { capacity } = scenario.stations[station];
    const { duration: _, ...run } = scenario.run;
    const steady = { arrivals: { process: 'poisson', rate }, ...(patience && { patience }) };
    const plain: Station = {
      servers: 1,
      service,
      discipline: { discipline: 'fcfs' },
      ...(capacity !== undefined && { capacity }),
    };
    const asked = { ...scenario, classes: { steady }, stations: { [station]: plain }, run };
    const sizing = rate > 0 ? await size(asked, { headroom: false, around: 0 }, evaluate) : undefined;
    const load = rate * meanService;
    return sizing?.servers ?? Math.max(1, Math.ceil(load + Math.sqrt(load)));
  }
}

/** Cycles after which the start is forgotten, services being shorter than a cycle. */
const cycles = 3;

/**
 * The mean number of busy servers that those who come in each interval find, were there a server for everyone:
 * m' = λ - m / E S. Nothing where nobody comes.
 */
function loadsFound({ intervals }: Period, meanService: number): number[] {
  let load = 0;
  let found: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    found = intervals.map(({ stretches, rate: mean }) => {
      let [customers, sum] = [0, 0];
      for (const { from, until, rate } of stretches) {
        const [length, settled] = [until - from, rate * meanService];
        const decay = Math.exp(-length / meanService);
        customers += rate * length;
        sum += rate * (settled * length + (load - settled) * meanService * (1 - decay));
        load = settled + (load - settled) * decay;
      }
      return mean === 0 ? 0 : sum / customers;
    });
  }
  return found;
}
