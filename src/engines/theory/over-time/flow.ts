import { erlangC } from '../erlang.js';
import { type ClockedStation, nothing, type Passed } from './station.js';

/** A station with services of any law, of which two moments count. */
export interface FlowingStation extends ClockedStation {
  readonly serviceScv: number;
}

/** Steps in which the load of a table goes to 1, the finer the nearer. */
const rows = 2000;

/** In the steady state of M/G/c, by load: how many are there, by the mean wait of A. M. Lee and P. A. Longton (1959). */
export const presentAt = (load: number, servers: number, serviceScv: number): number =>
  presentWith(load, servers, serviceScv, waiting(servers, load));

/** @param waits P(all are busy) at that load */
function presentWith(load: number, servers: number, serviceScv: number, waits: number): number {
  if (load === 0) return 0;
  if (load >= servers) return Number.POSITIVE_INFINITY;
  return load + ((1 + serviceScv) / 2) * waits * (load / (servers - load));
}

/** Of that steady state in which so many are there. */
interface Flowing {
  /** Servers at work, and how fast they grow with the number. */
  readonly busy: number;
  readonly slope: number;
  /** P(all are busy). */
  readonly waits: number;
}

/** Its steady states by how many are there: the inverse of `presentAt`, from a table. */
function curveOf(servers: number, serviceScv: number): (present: number) => Flowing {
  const all: Flowing = { busy: servers, slope: 0, waits: 1 };
  if (servers === 0) return () => all;
  const loads = Float64Array.from({ length: rows }, (_, i) => servers * (1 - (1 - i / rows) ** 3));
  const waits = loads.map(load => waiting(servers, load));
  const numbers = loads.map((load, i) => presentWith(load, servers, serviceScv, waits[i]));
  let low = 0;
  return present => {
    if (present >= numbers[rows - 1]) return all;
    // Mostly near the last one.
    while (numbers[low] > present) low--;
    while (numbers[low + 1] <= present) low++;
    const beyond = present - numbers[low];
    const width = numbers[low + 1] - numbers[low];
    const slope = (loads[low + 1] - loads[low]) / width;
    return {
      busy: loads[low] + slope * beyond,
      slope,
      waits: waits[low] + ((waits[low + 1] - waits[low]) / width) * beyond,
    };
  };
}

/**
 * A fluid that flows in at the rate of the arrivals, and out as fast as in that steady state in which as many are there as
 * now: W.-P. Wang, D. Tipper, S. Banerjee, "A simple approximation for modeling nonstationary queues", INFOCOM 1996 (not
 * checked). Long queues drain as fast as the servers work, short ones forget as slowly as a steady state allows. Steps
 * are those of the equation made linear at each begin (exponential Rosenbrock-Euler), and so are never too long.
 */
export class Flow {
  level: number;
  private readonly station: FlowingStation;
  private readonly curves = new Map<number, ReturnType<typeof curveOf>>();

  constructor(station: FlowingStation, level: number) {
    this.station = station;
    this.level = level;
  }

  advance(begin: number, end: number, steps: number): Passed {
    const { arrivals, servers, meanService, capacity } = this.station;
    const step = (end - begin) / steps;
    const passed = { ...nothing };
    for (let i = 0; i < steps; i++) {
      const t = begin + (i + 0.5) * step;
      const [rate, count] = [arrivals.at(t), servers.at(t)];
      const curve = this.curve(count);
      const before = this.level;
      const { busy, slope } = curve(before);
      const turn = (slope * step) / meanService;
      const change = (rate - busy / meanService) * step * (turn < 1e-9 ? 1 : -Math.expm1(-turn) / turn);
      this.level = Math.min(capacity, Math.max(0, before + change));
      const lost = Math.max(0, before + change - capacity);
      const present = (before + this.level) / 2;
      const { busy: working, waits } = curve(present);
      passed.come += rate * step;
      passed.lost += lost;
      passed.wait += rate * step * waits;
      passed.present += present * step;
      passed.queue += (present - working) * step;
      passed.busy += working * step;
      passed.served += rate * step - lost - (this.level - before);
      passed.ready += count * step;
    }
    return passed;
  }

  private curve(servers: number): ReturnType<typeof curveOf> {
    const known = this.curves.get(servers) ?? curveOf(servers, this.station.serviceScv);
    this.curves.set(servers, known);
    return known;
  }
}

/** P(all are busy) at a load: always where it cannot be served. */
export function waiting(servers: number, load: number): number {
  if (load >= servers) return 1;
  return load === 0 ? 0 : erlangC(servers, load);
}
