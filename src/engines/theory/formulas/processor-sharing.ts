import { duration, lawOf, rate } from '../domain.js';
import { formula } from '../formula.js';
import { loadOfServer, type SingleServer } from './orders.js';

export interface SharedServer {
  readonly arrivalRate: number;
  readonly meanService: number;
}

const parameters = { arrivalRate: rate, meanService: duration };
const load = ({ arrivalRate, meanService }: SharedServer): number => arrivalRate * meanService;

export const processorSharing = formula({
  kendall: 'M/G/1-PS',
  name: 'one server shared equally by all who are there',
  exactness: 'exact',
  assumptions: ['Poisson arrivals', 'independent work of any law', 'all present share one server equally'],
  formula: 'E T(x) = x / (1 - ρ), whatever the law of the work',
  breaks: 'Switching between customers that costs time, or a limit to how many share, slows all down.',
  sources: [{ ref: 'kleinrock1976', at: 'section 4.4, processor sharing' }],
  parameters,
  load,
  solve: (station: SharedServer) => {
    const busy = load(station);
    const slowdown = 1 / (1 - busy);
    return {
      slowdown,
      throughput: station.arrivalRate,
      utilisation: busy,
      meanSojourn: station.meanService * slowdown,
      meanNumberInSystem: busy * slowdown,
      probabilityEmpty: 1 - busy,
    };
  },
});

export const sharedExponential = formula({
  kendall: 'M/M/1-PS',
  name: 'one server shared equally, exponential work: the variance of the sojourn',
  exactness: 'exact',
  assumptions: ['Poisson arrivals', 'exponential work', 'all present share one server equally'],
  formula: 'Var T = E S² (2 + ρ) / ((2 - ρ) (1 - ρ)²) with E S the mean work',
  breaks: 'Unlike the mean, the variance depends on the law of the work.',
  sources: [{ ref: 'coffman1970', at: 'variance' }],
  parameters,
  load,
  solve: (station: SharedServer) => {
    const busy = load(station);
    return {
      varianceOfSojourn: (station.meanService ** 2 * (2 + busy)) / ((2 - busy) * (1 - busy) ** 2),
    };
  },
});

export const lastComeInterrupting = formula({
  kendall: 'M/M/1-LCFS preemptive',
  name: 'last come first served at once: a sojourn is a busy period',
  exactness: 'exact',
  assumptions: ['Poisson arrivals', 'exponential services', 'one server; the last to come is served at once'],
  formula: 'E T = E S / (1 - ρ), Var T = E S² (1 + ρ) / (1 - ρ)³',
  breaks: 'The mean holds for any law of the services, the variance does not.',
  sources: [{ ref: 'kleinrock1975', at: 'section 5.8, busy period' }],
  parameters,
  load,
  solve: (station: SharedServer) => {
    const busy = load(station);
    return {
      throughput: station.arrivalRate,
      utilisation: busy,
      meanSojourn: station.meanService / (1 - busy),
      meanNumberInSystem: busy / (1 - busy),
      varianceOfSojourn: (station.meanService ** 2 * (1 + busy)) / (1 - busy) ** 3,
    };
  },
});

export const busyPeriod = formula({
  kendall: 'M/G/1 busy period',
  name: 'from the first customer of a busy period until nobody is there',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times of any law',
    'one server that works whenever somebody is there; the order does not matter',
  ],
  formula: 'E B = E S / (1 - ρ), E B² = E S² / (1 - ρ)³',
  breaks: 'With several servers a busy period ends far sooner than with one as fast as all of them.',
  sources: [{ ref: 'kleinrock1975', at: 'section 5.8, busy period' }],
  parameters: { arrivalRate: rate, service: lawOf(2) },
  load: loadOfServer,
  solve: ({ arrivalRate, service }: SingleServer) => {
    const idle = 1 - arrivalRate * service.mean;
    const mean = service.mean / idle;
    return {
      meanBusyPeriod: mean,
      varianceOfBusyPeriod: (service.mean ** 2 * (1 + service.scv)) / idle ** 3 - mean ** 2,
      meanCustomersServed: 1 / idle,
    };
  },
});
