import { expm1 } from '../../../numerics/near-zero.js';
import { duration, durationOrNone, made, whole } from '../domain.js';
import { formula } from '../formula.js';
import { Path } from '../over-time/path.js';
import { always } from '../over-time/station.js';
import type { RateProfile } from './rate-profile.js';

export interface TransientStation {
  readonly arrivals: RateProfile;
  readonly meanService: number;
  readonly servers: number;
  /** Customers at time 0. */
  readonly initial: number;
  /** After which the station is looked at, seconds. */
  readonly time: number;
}

export const transientStation = formula({
  kendall: 'M(t)/M/c over time',
  name: 'a station over time, its arrivals and servers steady or changing',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of a rate that changes with time in a known way',
    'independent exponential service times',
    'equal servers on one queue, as many at each time as is known; who leaves while it serves finishes its customer',
    'the number of customers at the start is known',
  ],
  formula: "the forward equations p_n' = λ(t) p_(n-1) - (λ(t) + min(n, c) μ) p_n + min(n + 1, c) μ p_(n+1)",
  breaks: 'Rates that are themselves random make the queue vary more than it says.',
  sources: [{ ref: 'gross2008', at: 'section 2.11, transient behaviour' }],
  parameters: {
    arrivals: made('an arrival rate over time'),
    meanService: duration,
    servers: whole(1, 100_000),
    initial: whole(0, 100_000),
    time: durationOrNone,
  },
  solve: (station: TransientStation) => {
    const { arrivals, meanService, servers, initial, time } = station;
    const path = Path.from(
      { arrivals, meanService, servers: always(servers), capacity: Number.POSITIVE_INFINITY },
      cutOff(station),
      initial,
      1e-10,
    );
    if (time > 0) path.advance(time);
    const p = path.chances;
    // Steps may leave what is next to 0 a hair below it.
    const sum = (f: (n: number) => number): number =>
      p.reduce((total, value, n) => total + Math.max(0, value) * f(n), 0);
    const meanNumberInSystem = sum(n => n);
    return {
      meanNumberInSystem,
      meanNumberInQueue: sum(n => Math.max(0, n - servers)),
      meanBusy: sum(n => Math.min(n, servers)),
      variance: sum(n => (n - meanNumberInSystem) ** 2),
      probabilityOfWait: sum(n => Number(n >= servers)),
      probabilityEmpty: Math.max(0, p[0]),
    };
  },
});

/** All arrivals of the time at most; or, if fewer, standard deviations and a geometric tail above the load. */
function cutOff({ arrivals, meanService, servers, initial, time }: TransientStation): number {
  const come = arrivals.peak * time;
  const size = initial + come + 12 * Math.sqrt(come) + 40;
  const load = arrivals.peak * meanService;
  if (load >= servers) return Math.ceil(size);
  const beyond = 12 * Math.sqrt(load) + 40 / -Math.log(load / servers);
  return Math.ceil(Math.min(size, initial + servers + load + beyond));
}

export type TransientEndless = Omit<TransientStation, 'servers'>;

export const transientEndless = formula({
  kendall: 'M(t)/M/∞ over time',
  name: 'a server for everyone, at a time after the start',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of a rate that changes with time in a known way',
    'independent exponential service times',
    'a free server for every customer',
  ],
  formula:
    'those who came since are Poisson of mean ∫ λ(s) e^(-(t - s) μ) ds, beside what is left of the first',
  breaks: 'With finitely many servers customers wait: see M(t)/M/c.',
  sources: [{ ref: 'eick1993', at: 'theorem 1' }],
  parameters: {
    arrivals: made('an arrival rate over time'),
    meanService: duration,
    initial: whole(0, 1e9),
    time: durationOrNone,
  },
  solve: ({ arrivals, meanService, initial, time }: TransientEndless) => {
    const came = arrivals.present(time, meanService);
    const left = Math.exp(-time / meanService);
    const gone = -expm1(-time / meanService);
    return {
      meanNumberInSystem: came + initial * left,
      variance: came + initial * left * gone,
      probabilityEmpty: Math.exp(-came) * gone ** initial,
    };
  },
});
