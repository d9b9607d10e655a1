import { duration, durationOrNone, made, scv, whole } from '../domain.js';
import { formula } from '../formula.js';
import { Flow, waiting } from '../over-time/flow.js';
import { always } from '../over-time/station.js';
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

export interface StationaryFlow extends ChangingRates {
  readonly serviceScv: number;
  /** Customers at time 0. */
  readonly initial: number;
}

/** Of the way to the time. */
const steps = 20_000;

export const stationaryFlow = formula({
  kendall: 'M(t)/G/c stationary flow',
  name: 'a fluid that flows out as fast as in the steady state in which as many are there',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals of a rate that changes with time in a known way',
    'independent service times, known by mean and scv; c equal servers on one queue',
    'as many servers are busy as in the steady state that has the same mean number',
  ],
  formula: "L'(t) = λ(t) - c μ ρ(L(t)), where L(ρ) of M/G/c is that of Lee and Longton",
  breaks:
    'After a sudden change of the rate the number is off for some services, as is what few customers do by chance.',
  sources: [
    { ref: 'wang1996', at: 'the approximation' },
    { ref: 'leeLongton1959', at: 'M/G/c' },
  ],
  parameters: { ...parameters, serviceScv: scv, initial: whole(0, 1e9) },
  solve: ({ arrivals, meanService, serviceScv, servers, initial, time }: StationaryFlow) => {
    const station = {
      arrivals,
      meanService,
      serviceScv,
      servers: always(servers),
      capacity: Number.POSITIVE_INFINITY,
    };
    const flow = new Flow(station, initial);
    const edges = [0, ...arrivals.jumps(time), time];
    for (let i = 1; i < edges.length; i++)
      flow.advance(edges[i - 1], edges[i], Math.ceil(steps / (edges.length - 1)));
    return { meanNumberInSystem: flow.level };
  },
});
