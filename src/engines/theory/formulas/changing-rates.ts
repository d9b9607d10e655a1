import { duration, durationOrNone, made, whole } from '../domain.js';
import { erlangC } from '../erlang.js';
import { formula } from '../formula.js';
import type { RateProfile } from './rate-profile.js';
import { transientEndless } from './transient.js';

export interface ChangingRates {
  readonly arrivals: RateProfile;
  readonly meanService: number;
  readonly servers: number;
  readonly time: number;
}

const parameters = {
  arrivals: made('an arrival rate over time'),
  meanService: duration,
  servers: whole(1, 1e6),
  time: durationOrNone,
};

/** P(wait) at a load; everybody waits where it cannot be served. */
const waiting = (servers: number, load: number): number =>
  load >= servers ? 1 : load === 0 ? 0 : erlangC(servers, load);

export const pointwiseStationary = formula({
  kendall: 'M(t)/M/c pointwise stationary',
  name: 'at each moment the steady state of the rate at that moment',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals of a rate that changes slowly against the time of service',
    'independent exponential service times, c equal servers',
  ],
  formula: 'P(wait at t) ≈ C(c, λ(t) E S)',
  breaks: 'Where the rate changes within some services the queue lags behind, and may pass a peak unharmed.',
  sources: [{ ref: 'green1991', at: 'the approximation' }],
  parameters,
  solve: ({ arrivals, meanService, servers, time }: ChangingRates) => {
    const load = arrivals.at(time) * meanService;
    return { load, probabilityOfWait: waiting(servers, load) };
  },
});

export const modifiedOfferedLoad = formula({
  kendall: 'M(t)/M/c modified offered load',
  name: 'at each moment the steady state of the load that endless servers would have then',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals of a rate that changes with time in a known way, to an empty station at first',
    'independent exponential service times, c equal servers that are seldom all busy',
  ],
  formula: 'P(wait at t) ≈ C(c, m(t)) with m(t) = ∫ λ(s) e^(-(t - s) μ) ds',
  breaks: 'Where customers wait long the work left over from before a peak is missing.',
  sources: [{ ref: 'jennings1996', at: 'section 3' }],
  parameters,
  solve: ({ arrivals, meanService, servers, time }: ChangingRates) => {
    const load = transientEndless.solve({ arrivals, meanService, initial: 0, time }).meanNumberInSystem;
    return { load, probabilityOfWait: waiting(servers, load) };
  },
});
