import type { Distribution } from '../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from './complex.js';
import { eulerInversion, type Inversion } from './euler.js';
import { complexShortfall } from './laws/complex-shortfall.js';
import { sumsWithRest } from './laws/convolution.js';
import { type ResolvedTail, resolvedTail } from './laws/resolved-tail.js';
import type { Source, TimeDistribution } from './model.js';
import { fromCdf } from './times.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 5.7, Pollaczek-Khinchine transform equation' };

/** Where two inversions differ by more than this, the law is too rough for them. */
const agreement = 1e-6;

const [fine, rough] = [eulerInversion(15), eulerInversion(13)];
const one = complex(1);

/**
 * Laws of wait and sojourn in M/G/1, to some eight digits. The wait is the sum of N rests of services, N geometric
 * with ratio ρ (Kleinrock's section 5.7), and the sojourn a service more. The first terms, which carry the bends of
 * the law of the services, are worked out as such; transforms of the others are inverted. Undefined where service
 * times jump more than that can follow.
 */
export function singleServerTimes(
  arrivalRate: number,
  service: Distribution,
): { readonly wait: TimeDistribution; readonly sojourn: TimeDistribution } | undefined {
  const resolved = resolvedTail(service);
  if (resolved === undefined) return undefined;
  const load = arrivalRate * service.mean;
  const tails = tailsBy(fine, load, service, resolved);
  const control = tailsBy(rough, load, service, resolved);
  const scale = service.mean / (1 - load);
  const checked = [0.3, 0.9, 1.1, 2].map(factor => factor * service.mean);
  for (const t of [...checked, 0.7 * scale, 3 * scale]) {
    const [first, second] = [tails(t), control(t)];
    const apart = Math.max(Math.abs(first.wait - second.wait), Math.abs(first.sojourn - second.sojourn));
    if (!(apart < agreement)) return undefined;
  }
  return {
    wait: fromCdf(t => 1 - tails(t).wait, scale, source),
    sojourn: fromCdf(t => 1 - tails(t).sojourn, scale, source),
  };
}

function tailsBy(inversion: Inversion, load: number, { mean }: Distribution, resolved: ResolvedTail) {
  const shortfalls = complexShortfall(resolved, inversion);
  const sums = sumsWithRest(resolved);
  const idle = 1 - load;
  const atOnce = { t: 0, wait: load, sojourn: 1 };
  let last = atOnce;
  return (t: number): { readonly wait: number; readonly sojourn: number } => {
    // Both laws are mostly asked for at the same times.
    if (t === last.t) return last;
    if (t === 0) return atOnce;
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
    last = {
      t,
      wait: load ** 3 * inversion.at(t, waits) + idle * load * (resolved.excess(t) / mean + load * twoRests),
      sojourn: load ** 2 * inversion.at(t, sojourns) + idle * (resolved.tailAt(t) + load * restAndService),
    };
    return last;
  };
}
