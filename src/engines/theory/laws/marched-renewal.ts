import type { ResolvedTail } from './resolved-tail.js';

/** P(W > t), and P(W > 0, W + S > t), of wait and service in M/G/1. */
export interface MarchedRenewal {
  readonly wait: (t: number) => number;
  readonly sojournAfterWait: (t: number) => number;
  /** Where the march ended: from there on both fall exponentially. */
  readonly end: number;
}

/** Steps for a mean service, as many as there are at most for the longest service, and longest services marched over. */
const [finest, most, farthest] = [500, 1000, 60];
/** A mean service has this many steps at least. */
const coarsest = 100;
/** By how much the fall over one longest service may still change once the tail counts as exponential. */
const settled = 1e-9;

/**
 * The wait in M/G/1 by its renewal equation V(t) = ρ (P(R > t) + ∫ V(t - x) dP(R <= x)), R the rest of a service
 * (Kleinrock's section 5.7, term by term), for services of any law that has an end soon after its mean. V is taken as straight
 * within a step of an even grid and the law of R as it is, so that jumps of the services do no harm: off by some
 * (step / mean)². Undefined where the longest service is many means long, or the tail is not exponential soon.
 */
export function marchedRenewal(load: number, service: ResolvedTail): MarchedRenewal | undefined {
  const { tailAt, excess, edges } = service;
  const mean = excess(0);
  const longest = edges[edges.length - 1];
  const steps = Math.min(most, Math.ceil((finest * longest) / mean));
  const step = longest / steps;
  if (!(step * coarsest <= mean)) return undefined;
  const beyondRest = (x: number): number => excess(x) / mean;
  const rest = shares(step, steps, beyondRest, (from, to) => {
    return ((beyondRest(from) + 4 * beyondRest((from + to) / 2) + beyondRest(to)) / 6) * step;
  });
  const whole = shares(step, steps, tailAt, (from, to) => excess(from) - excess(to));
  const wait = new Float64Array(farthest * steps + 1);
  wait[0] = load;
  for (let i = 1; i < wait.length; i++) {
    wait[i] = (load * (beyondRest(i * step) + against(wait, i, rest))) / (1 - load * rest.early[0]);
    if (i % steps === 0 && i >= 3 * steps && (wait[i] < 1e-250 || hasSettled(wait, i, steps)))
      return followed(wait.subarray(0, i + 1), step, steps, k => {
        const later = k === 0 ? 0 : against(wait, k, whole) + whole.early[0] * wait[k];
        return load * tailAt(k * step) + later;
      });
  }
  return undefined;
}

/** How a law's chance between two points of the grid is split between them: its mass and its mean are kept. */
interface Shares {
  readonly early: Float64Array;
  readonly late: Float64Array;
}

function shares(
  step: number,
  steps: number,
  tail: (x: number) => number,
  integral: (from: number, to: number) => number,
): Shares {
  const [early, late] = [new Float64Array(steps), new Float64Array(steps)];
  for (let j = 0; j < steps; j++) {
    const [from, to] = [j * step, (j + 1) * step];
    late[j] = Math.max(0, integral(from, to) / step - tail(to));
    early[j] = Math.max(0, tail(from) - tail(to) - late[j]);
  }
  return { early, late };
}

/** The integral of V(t - x) against the law at the i-th point, but for the share of V(t) itself. */
function against(wait: Float64Array, i: number, { early, late }: Shares): number {
  const last = Math.min(i, early.length);
  let sum = late[last - 1] * wait[i - last];
  for (let j = 1; j < last; j++) sum += (early[j] + late[j - 1]) * wait[i - j];
  return sum;
}

function hasSettled(wait: Float64Array, i: number, steps: number): boolean {
  const half = steps >> 1;
  const [now, before] = [i, i - half].map(at => Math.log(wait[at] / wait[at - steps]));
  return Math.abs(now - before) < settled * Math.max(1, Math.abs(now));
}

function followed(
  wait: Float64Array,
  step: number,
  steps: number,
  served: (i: number) => number,
): MarchedRenewal {
  const last = wait.length - 1;
  const fall = Math.log(wait[last - steps] / wait[last]) / (steps * step);
  const straight = (values: Float64Array, t: number): number => {
    const i = Math.floor(t / step);
    if (i >= last) return values[last] * Math.exp(-fall * (t - last * step));
    const share = t / step - i;
    return (1 - share) * values[i] + share * values[i + 1];
  };
  let sojourns: Float64Array | undefined;
  return {
    wait: t => straight(wait, t),
    sojournAfterWait: t => {
      sojourns ??= wait.map((_, i) => served(i));
      return straight(sojourns, t);
    },
    end: last * step,
  };
}
