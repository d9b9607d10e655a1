import type { Distribution } from '../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from './complex.js';
import { eulerInversion, type Inversion } from './euler.js';
import { jumps } from './jumps.js';
import type { Source, TimeDistribution } from './model.js';
import { tailTransform } from './tail-transform.js';
import { fromCdf } from './times.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 5.7, Pollaczek-Khinchine transform equation' };

/** Where two inversions differ by more than this, the law is too rough for them. */
const agreement = 1e-6;

const [fine, rough] = [eulerInversion(15), eulerInversion(11)];

/**
 * Laws of wait and sojourn in M/G/1 by inverting their transforms, to some eight digits: with R(s) the
 * transform of P(S > t), those of P(wait > t) and P(sojourn > t) are (ρ - λ R) / (s (1 - λ R)), and that plus
 * (1 - ρ) R / (1 - λ R). Undefined where the service times bend or jump more than the inversion can follow.
 */
export function singleServerTimes(
  arrivalRate: number,
  service: Distribution,
): { readonly wait: TimeDistribution; readonly sojourn: TimeDistribution } | undefined {
  if (jumps(service)) return undefined;
  const load = arrivalRate * service.mean;
  const tails = tailsBy(fine, arrivalRate, service);
  const control = tailsBy(rough, arrivalRate, service);
  const scale = service.mean / (1 - load);
  const times = [0.3, 0.9, 1.1, 2].map(factor => factor * service.mean);
  for (const t of [...times, 0.7 * scale, 3 * scale]) {
    const [first, second] = [tails(t), control(t)];
    const apart = Math.max(Math.abs(first.wait - second.wait), Math.abs(first.sojourn - second.sojourn));
    if (!(apart < agreement)) return undefined;
  }
  return {
    wait: fromCdf(t => 1 - tails(t).wait, scale, source),
    sojourn: fromCdf(t => 1 - tails(t).sojourn, scale, source),
  };
}

function tailsBy(inversion: Inversion, arrivalRate: number, service: Distribution) {
  const residual = tailTransform(service, inversion);
  const load = arrivalRate * service.mean;
  const atOnce = { t: 0, wait: load, sojourn: 1 };
  let last = atOnce;
  return (t: number): { readonly wait: number; readonly sojourn: number } => {
    // Both laws are mostly asked for at the same times.
    if (t === last.t) return last;
    if (t === 0) return atOnce;
    const waits: Complex[] = [];
    const sojourns: Complex[] = [];
    residual(t).forEach((r, k) => {
      const s = complex(inversion.real / t, (Math.PI * k) / t);
      const flow = scaled(r, arrivalRate);
      const idle = minus(complex(1), flow);
      const wait = over(minus(complex(load), flow), times(s, idle));
      waits.push(wait);
      sojourns.push(plus(wait, over(scaled(r, 1 - load), idle)));
    });
    last = { t, wait: inversion.at(t, waits), sojourn: inversion.at(t, sojourns) };
    return last;
  };
}
