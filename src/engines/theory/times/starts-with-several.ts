import type { Distribution } from '../../../distributions/contract.js';
import { type Complex, complex, minus, over, plus, scaled, times } from '../complex.js';
import { complexShortfall } from '../laws/complex-shortfall.js';
import { type ResolvedTail, resolvedTail } from '../laws/resolved-tail.js';
import type { Source, TimeDistribution } from '../model.js';
import { agreement, fine, type Inversion, rough } from './euler.js';
import { fromCdf } from './simple.js';

/** Sums over so many customers are taken for every time that is asked. */
const mostCustomers = 2000;
const one = complex(1);

/**
 * Laws of wait and sojourn in M/G/1 whose server starts when N >= 2 customers have come. The j-th of them waits for
 * N - j others to come and for j - 1 services; whoever comes while the server works, with chance ρ, waits as in M/G/1
 * and for the rest of the N services that it began with. With b, r and w the transforms of service, rest of a service and
 * wait in M/G/1 and a = λ / (λ + s) that of the time to the next arrival, both together have
 * (1/N) Σ b^(j-1) (w - (1 - ρ) (1 - a^(N-j))). (Worked out here; the mean is Yadin and Naor's.) Undefined where services
 * jump and bend more than an inversion can follow, or N is above 2000.
 */
export function timesFromSeveral(
  arrivalRate: number,
  service: Distribution,
  customers: number,
  source: Source,
): { readonly wait: TimeDistribution; readonly sojourn: TimeDistribution } | undefined {
  const resolved = resolvedTail(service);
  if (resolved === undefined || customers > mostCustomers) return undefined;
  const tails = tailsBy(fine, arrivalRate, service.mean, resolved, customers);
  const control = tailsBy(rough, arrivalRate, service.mean, resolved, customers);
  const together = (customers - 1) * (service.mean + 1 / arrivalRate);
  const scale = together / 2 + service.mean / (1 - arrivalRate * service.mean);
  for (const t of [0.1, 0.5, 0.9, 1, 1.1, 2, 4].flatMap(factor => [factor * service.mean, factor * scale])) {
    const [first, second] = [tails(t), control(t)];
    const apart = Math.max(Math.abs(first.wait - second.wait), Math.abs(first.sojourn - second.sojourn));
    if (!(apart < agreement)) return undefined;
  }
  return {
    wait: fromCdf(t => 1 - tails(t).wait, scale, source),
    sojourn: fromCdf(t => 1 - tails(t).sojourn, scale, source),
  };
}

function tailsBy(
  inversion: Inversion,
  arrivalRate: number,
  mean: number,
  resolved: ResolvedTail,
  customers: number,
) {
  const shortfalls = complexShortfall(resolved, inversion);
  const load = arrivalRate * mean;
  const idle = 1 - load;
  let last = { t: 0, wait: 1, sojourn: 1 };
  return (t: number): { readonly wait: number; readonly sojourn: number } => {
    if (t === last.t) return last;
    if (t === 0) return { wait: 1, sojourn: 1 };
    const waits: Complex[] = [];
    const sojourns: Complex[] = [];
    shortfalls(t).forEach((shortfall, k) => {
      const s = complex(inversion.real / t, (Math.PI * k) / t);
      const u = scaled(shortfall, 1 / mean);
      const b = minus(one, scaled(times(s, minus(one, u)), mean));
      const w = over(complex(idle), plus(complex(idle), scaled(u, load)));
      const a = over(complex(arrivalRate), plus(complex(arrivalRate), s));
      // Σ b^(j-1) and Σ b^(j-1) a^(N-j) over j <= N.
      let [power, powers, both] = [one, one, one];
      for (let j = 1; j < customers; j++) {
        power = times(power, b);
        powers = plus(powers, power);
        both = plus(times(both, a), power);
      }
      const wait = scaled(plus(times(powers, minus(w, complex(idle))), scaled(both, idle)), 1 / customers);
      waits.push(over(minus(one, wait), s));
      sojourns.push(over(minus(one, times(wait, b)), s));
    });
    last = { t, wait: inversion.at(t, waits), sojourn: inversion.at(t, sojourns) };
    return last;
  };
}
