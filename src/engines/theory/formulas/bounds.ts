import { duration, rate, scv, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { TwoMoments } from './two-moments.js';

const load = ({ arrivalRate, meanService, servers }: TwoMoments): number =>
  (arrivalRate * meanService) / servers;

/** Of the time between arrivals and of the services, seconds squared. */
const variances = ({ arrivalRate, meanService, arrivalScv, serviceScv }: TwoMoments) => ({
  ofArrivals: arrivalScv / arrivalRate ** 2,
  ofServices: serviceScv * meanService ** 2,
});

const parameters = (mostServers: number) => ({
  arrivalRate: rate,
  meanService: duration,
  servers: whole(1, mostServers),
  arrivalScv: scv,
  serviceScv: scv,
});

export const singleServerBounds = formula({
  kendall: 'G/G/1 bounds',
  name: 'what the mean wait cannot exceed or fall below: Kingman, Daley, Marshall',
  exactness: 'exact',
  assumptions: [
    'independent times between arrivals, known by rate and scv',
    'independent service times, known by mean and scv',
    'one server, unlimited queue',
  ],
  formula: 'λ (σa² + σs²) / (2 (1 - ρ)) (Kingman), with (2 - ρ) ρ σa² in place of σa² (Daley)',
  breaks: 'Arrivals that depend on one another, as bursts do, wait longer than any of these.',
  sources: [
    { ref: 'kingman1962', at: 'upper bound' },
    { ref: 'daley1977', at: 'upper bound' },
    { ref: 'marshall1968', at: 'lower bound' },
  ],
  parameters: parameters(1),
  load,
  solve: (queue: TwoMoments) => {
    const { arrivalRate, meanService, serviceScv } = queue;
    const rho = load(queue);
    const { ofArrivals, ofServices } = variances(queue);
    const slack = 2 * (1 - rho);
    return {
      kingman: (arrivalRate * (ofArrivals + ofServices)) / slack,
      upper: (arrivalRate * ((2 - rho) * rho * ofArrivals + ofServices)) / slack,
      /** No more than this can be said of all arrivals of one rate and variance. */
      lower: Math.max(0, (meanService * (rho * serviceScv + rho - 2)) / slack),
    };
  },
});

export const manyServerBounds = formula({
  kendall: 'G/G/c bounds',
  name: 'what the mean wait cannot exceed or fall below at several servers: Kingman, Brumelle',
  exactness: 'exact',
  assumptions: [
    'independent times between arrivals, known by rate and scv',
    'independent service times, known by mean and scv',
    'c equal servers on one queue, unlimited',
  ],
  formula:
    'Wq ≤ λ (σa² + σs² / c + (c - 1) / (c² μ²)) / (2 (1 - ρ)), Wq ≥ that of one server c times as fast less (c - 1) E S² / (2 c E S)',
  breaks: 'Arrivals that depend on one another, as bursts do, wait longer than the upper bound.',
  sources: [
    { ref: 'kingman1970', at: 'upper bound for several servers' },
    { ref: 'brumelle1971', at: 'lower bound' },
    { ref: 'gross2008', at: 'section 7.1' },
  ],
  parameters: parameters(1e6),
  load,
  solve: (queue: TwoMoments) => {
    const { arrivalRate, meanService, servers: c, serviceScv } = queue;
    const { ofArrivals, ofServices } = variances(queue);
    const upper =
      (arrivalRate * (ofArrivals + ofServices / c + ((c - 1) * meanService ** 2) / (c * c))) /
      (2 * (1 - load(queue)));
    const faster = singleServerBounds.solve({ ...queue, servers: 1, meanService: meanService / c });
    const lower = faster.lower - ((c - 1) * meanService * (1 + serviceScv)) / (2 * c);
    return { upper: c === 1 ? faster.upper : upper, lower: c === 1 ? faster.lower : Math.max(0, lower) };
  },
});
