import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from '../complex.js';
import { complexShortfall } from '../laws/complex-shortfall.js';
import { sumsWithRest } from '../laws/convolution.js';
import { marchedRenewal } from '../laws/marched-renewal.js';
import { type ResolvedTail, resolvedTail } from '../laws/resolved-tail.js';
import { type Table, tabulated } from '../laws/table.js';
import { agreement, fine, type Inversion, rough } from './euler.js';

/** P(W > t) and P(W + S > t) in M/G/1. */
export interface SingleServerTails {
  readonly wait: (t: number) => number;
  readonly sojourn: (t: number) => number;
  /** The same for who asks thousands of times. */
  readonly often: () => Often;
  /** A time like theirs. */
  readonly scale: number;
}

export interface Often {
  readonly wait: Table;
  readonly sojourn: Table;
}

const one = complex(1);

/**
 * By transforms, to some eight digits: the wait is the sum of N rests of services, N geometric with ratio ρ
 * (Kleinrock's section 5.7), and the sojourn a service more. The first terms, which carry the bends of the law of the
 * services, are worked out as such; transforms of the others are inverted. Where services jump or bend more than that
 * can follow, by the renewal equation, to some five. Undefined where neither can.
 */
export function singleServerTails(arrivalRate: number, service: Distribution): SingleServerTails | undefined {
  const resolved = resolvedTail(service);
  if (resolved === undefined) return undefined;
  const load = arrivalRate * service.mean;
  const scale = service.mean / (1 - load);
  return byInversion(load, service, resolved, scale) ?? byMarching(load, resolved, scale);
}

function byInversion(
  load: number,
  service: Distribution,
  resolved: ResolvedTail,
  scale: number,
): SingleServerTails | undefined {
  const sums = rememberingLast(sumsWithRest(resolved));
  const tails = inverted(fine, load, service, resolved, sums);
  const control = inverted(rough, load, service, resolved, sums);
  const checked = [0.3, 0.9, 1.1, 2].map(factor => factor * service.mean);
  for (const t of [...checked, 0.7 * scale, 3 * scale]) {
    const [first, second] = [tails(t), control(t)];
    const apart = Math.max(Math.abs(first.wait - second.wait), Math.abs(first.sojourn - second.sojourn));
    if (!(apart < agreement)) return undefined;
  }
  const wait = (t: number): number => tails(t).wait;
  const sojourn = (t: number): number => tails(t).sojourn;
  const often = (): Often => {
    // Both tables mostly ask for the same times.
    const known = new Map<number, ReturnType<typeof tails>>();
    const both = (t: number): ReturnType<typeof tails> => {
      const found = known.get(t) ?? tails(t);
      known.set(t, found);
      return found;
    };
    return {
      wait: tabulated(t => both(t).wait, service.mean),
      sojourn: tabulated(t => both(t).sojourn, service.mean),
    };
  };
  return { wait, sojourn, often, scale };
}

function byMarching(load: number, service: ResolvedTail, scale: number): SingleServerTails | undefined {
  const marched = marchedRenewal(load, service);
  if (marched === undefined) return undefined;
  const { wait, sojournAfterWait, end } = marched;
  const sojourn = (t: number): number => (1 - load) * service.tailAt(t) + sojournAfterWait(t);
  const { edges } = service;
  const half = edges[edges.length - 1] / 2;
  const even = Array.from({ length: Math.ceil(end / half) }, (_, k) => half * k);
  const bends = (t: number) => [...edges, ...even, ...stepsFrom(end, t)].filter(x => x < t);
  const often = (): Often => ({
    wait: { at: wait, edges: bends },
    sojourn: { at: sojourn, edges: bends },
  });
  return { wait, sojourn, often, scale };
}

/** Where both fall exponentially, the longer the further. */
function stepsFrom(start: number, end: number): number[] {
  const found: number[] = [];
  for (let t = start; t < end; t *= 1.2) found.push(t);
  return found;
}

/** Several functions of time are mostly asked for the same one after the other. */
function rememberingLast<T>(f: (t: number) => T): (t: number) => T {
  let last: { readonly t: number; readonly value: T } | undefined;
  return t => {
    if (last?.t !== t) last = { t, value: f(t) };
    return last.value;
  };
}

function inverted(
  inversion: Inversion,
  load: number,
  { mean }: Distribution,
  resolved: ResolvedTail,
  sums: ReturnType<typeof sumsWithRest>,
): (t: number) => { readonly wait: number; readonly sojourn: number } {
  const shortfalls = complexShortfall(resolved, inversion);
  const idle = 1 - load;
  return rememberingLast(t => {
    if (t === 0) return { wait: load, sojourn: 1 };
    const waits: Complex[] = [];
    const sojourns: Complex[] = [];
    shortfalls(t).forEach((shortfall, k) => {
      const s = complex(inversion.real / t, (Math.PI * k) / t);
      // The transform of a rest is r; the sums over N >= 3, and over N >= 2 with a service.
      const u = scaled(shortfall, 1 / mean);
      const r = minus(one, u);
      const below = plus(complex(idle), scaled(u, load));
      const share = over(u, times(s, below));
      const three = plus(one, scaled(times(r, plus(one, r)), idle));
      const two = plus(one, scaled(r, idle));
      const service = over(scaled(times(r, times(r, r)), idle * mean), below);
      waits.push(times(share, three));
      sojourns.push(plus(times(share, two), service));
    });
    const { twoRests, restAndService } = sums(t);
    return {
      wait: load ** 3 * inversion.at(t, waits) + idle * load * (resolved.excess(t) / mean + load * twoRests),
      sojourn: load ** 2 * inversion.at(t, sojourns) + idle * (resolved.tailAt(t) + load * restAndService),
    };
  });
}
