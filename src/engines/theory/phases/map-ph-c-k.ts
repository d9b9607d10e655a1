import { add, identity, kronecker, type Matrix, rowSums, scale, sumOf } from '../../../numerics/matrix.js';
import { sparse, timesSparse } from '../../../numerics/sparse.js';
import type { Source, TimeDistribution } from '../model.js';
import { endsAtPoissonEvent } from '../times/simple.js';
import { geometricFromHere } from './geometric-from-here.js';
import { levelsOf, meanOf, paceOf, withService } from './map-ph-c.js';
import { type MarkovianArrivals, rateOf } from './markovian-arrivals.js';
import type { PhaseType } from './phase-type.js';
import { solveLevels } from './qbd.js';
import type { ServersAtWork } from './servers-at-work.js';

/** So seldom are places reached that nothing is lost without them. */
const nobody = 1e-18;

export interface MapPhCK {
  /** Of those who are accepted, as all that follows but the loss. */
  readonly meanWait: number;
  readonly probabilityOfWait: number;
  readonly probabilityOfLoss: number;
  readonly probabilityEmpty: number;
  readonly wait: TimeDistribution;
  readonly sojourn: TimeDistribution;
}

/**
 * MAP/PH/c/K, first come first served, in its steady state: K + 1 levels by the number of customers, whose phase holds
 * that of the arrivals and of the busy servers. An arrival that finds K changes its phase alone. Whoever finds all servers
 * busy waits for one departure more than customers wait.
 *
 * @param capacity K, those in service included; at least the servers
 */
export function mapPhCK(
  arrivals: MarkovianArrivals,
  service: PhaseType,
  {
    servers,
    capacity,
    source,
  }: { readonly servers: number; readonly capacity: number; readonly source: Source },
): MapPhCK {
  const { boundary, repeating, firstDown, full } = levelsOf(arrivals, service, servers);
  const states = full.states.length;
  const last = { ...repeating, local: add(repeating.local, kronecker(arrivals.arrive, identity(states))) };
  const busy = Array.from({ length: capacity - servers + 1 }, (_, waiting) => ({
    ...(waiting === capacity - servers ? last : repeating),
    down: waiting === 0 ? firstDown : repeating.down,
  }));
  const levels = solveLevels([...boundary, ...busy]);
  const arrivalRate = rateOf(arrivals);
  /** Share of the arrivals that find this level, by the phase of the servers. */
  const finds = ({ data }: Matrix, phases: number): Float64Array => {
    const found = new Float64Array(phases);
    for (const [phase, rate] of rowSums(arrivals.arrive).entries())
      for (let i = 0; i < phases; i++) found[i] += (data[phase * phases + i] * rate) / arrivalRate;
    return found;
  };
  const ahead = levels.slice(servers).map(level => finds(level, states));
  const probabilityOfLoss = sumOf(ahead.pop() as Float64Array);
  const accepted = 1 - probabilityOfLoss;
  while (ahead.length > 0 && sumOf(ahead[ahead.length - 1]) < nobody) ahead.pop();
  const waits = ahead.map(found => found.map(chance => chance / accepted));
  const queue = levels.slice(servers).reduce((sum, { data }, waiting) => sum + waiting * sumOf(data), 0);
  const rate = paceOf(full);
  const unfinished = waitingAfter(waits, full, rate);
  const meanService = meanOf(service);
  return {
    meanWait: queue / (arrivalRate * accepted),
    probabilityOfWait: waits.reduce((sum, found) => sum + sumOf(found), 0),
    probabilityOfLoss,
    probabilityEmpty: sumOf(levels[0].data),
    wait: endsAtPoissonEvent(rate, unfinished, meanService, source),
    sojourn: endsAtPoissonEvent(rate, withService(unfinished, service, rate), meanService, source),
  };
}

/** The chance to wait yet after k events of the uniformised servers. @param waits with so many ahead, by the servers' phase */
function waitingAfter(
  waits: readonly Float64Array[],
  { within, replace }: ServersAtWork,
  rate: number,
): (k: number) => number {
  if (waits.length === 0) return () => 0;
  const stay = sparse(add(identity(within.rows), within, 1 / rate));
  const depart = sparse(scale(replace, 1 / rate));
  const columns = within.rows;
  let now: Matrix = {
    rows: waits.length,
    columns,
    data: Float64Array.from(waits.flatMap(found => [...found])),
  };
  return geometricFromHere(() => {
    const chance = sumOf(now.data);
    const [kept, gone] = [timesSparse(now, stay), timesSparse(now, depart)];
    // A departure brings each one place on, and the first into service.
    for (let i = 0; i + columns < kept.data.length; i++) kept.data[i] += gone.data[i + columns];
    now = kept;
    return chance;
  });
}
