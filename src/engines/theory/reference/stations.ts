import { arrivalProcessOf } from '../../../arrivals/index.js';
import { renewalProcess } from '../../../arrivals/renewal-process.js';
import { distributionOf } from '../../../distributions/index.js';
import { birthDeath } from '../formulas/birth-death.js';
import { deterministicLimited } from '../formulas/deterministic-limited.js';
import { kingmanBound } from '../formulas/two-moments.js';
import type { StationProblem } from '../model.js';
import { models } from '../models/index.js';
import { mapPhC } from '../phases/map-ph-c.js';
import { modulatedPoisson } from '../phases/markovian-arrivals.js';
import { exponentialPhases } from '../phases/phase-type.js';
import type { Kind, Metrics, Parameters } from './case.js';
import { lawFrom } from './law.js';
import { answered, named, percentiles } from './named.js';

const poisson = (rate: number) => arrivalProcessOf({ process: 'poisson', rate });
const exponential = (rate: number) => distributionOf({ distribution: 'exponential', mean: 1 / rate });

/** The station that the parameters describe, whatever they leave out being the simplest. */
function stationFrom(p: Parameters): StationProblem {
  return {
    arrivals: p.has('interarrival')
      ? renewalProcess(lawFrom(p.values.interarrival))
      : poisson(p.number('lambda')),
    service: p.has('service') ? lawFrom(p.values.service) : exponential(p.number('mu', 1)),
    servers: p.number('c', 1),
    capacity: p.number('K', Number.POSITIVE_INFINITY),
    discipline: 'fcfs',
  };
}

/** Every model that covers the station, the first to say a metric deciding it. */
function bySelection(problem: StationProblem, asked: readonly string[]): Metrics {
  const load = (problem.arrivals.rate * problem.service.mean) / problem.servers;
  if (load >= 1 && problem.capacity === Number.POSITIVE_INFINITY)
    throw new RangeError('the station is unstable');
  const exact = models.filter(model => model.exactness === 'exact' && model.covers(problem) === true);
  if (exact.length === 0) throw new RangeError('no exact model covers it');
  const found: Record<string, number | readonly number[] | undefined> = {};
  for (const model of exact) {
    for (const [name, value] of Object.entries(answered(model.solve(problem), asked))) found[name] ??= value;
    if (asked.every(name => found[name] !== undefined)) break;
  }
  return found;
}

const station: Kind = (p, asked) => {
  const problem = stationFrom(p);
  const { arrivals, service, servers } = problem;
  const kingman = {
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    arrivalScv: arrivals.scv,
    serviceScv: service.scv,
  };
  const found = bySelection(problem, asked);
  return {
    ...found,
    scvService: service.scv,
    // The share of arrivals to GI/M/1 that find the server busy is the root itself.
    ...(servers === 1 && service.kendall === 'M' && { sigma: found.pWait }),
    ...(servers === 1 && { kingmanUpperBound: kingmanBound(kingman) }),
  };
};

const renewalToExponential: Kind = (p, asked) => {
  const found = station(p, asked);
  const spare = p.number('c', 1) * p.number('mu');
  // The wait of those who wait has mean 1 / (cμ (1 - σ)).
  const delay = Number(found.Wq) / Number(found.pWait);
  return { ...found, sigma: 1 - 1 / (delay * spare) };
};

const endless: Kind = (p, asked) => {
  const problem = { ...stationFrom(p), servers: Number.POSITIVE_INFINITY };
  return { ...bySelection(problem, asked), varL: problem.arrivals.rate * problem.service.mean };
};

const loss: Kind = (p, asked) =>
  p.number('c') === 0
    ? { pBlock: 1, throughput: 0, L: 0 }
    : bySelection({ ...stationFrom(p), capacity: p.number('c') }, asked);

const modulated: Kind = (p, asked) => {
  const arrivals = modulatedPoisson(
    [p.number('lambda1'), p.number('lambda2')],
    [
      [0, p.number('r12')],
      [p.number('r21'), 0],
    ],
  );
  const [mu, servers] = [p.number('mu'), p.number('c', 1)];
  const found = mapPhC(arrivals, exponentialPhases(1 / mu), servers, { ref: 'neuts1981', at: 'chapter 3' });
  const { arrivalRate, meanWait } = found;
  return {
    ...named({ ...found, throughput: arrivalRate, utilisation: arrivalRate / (servers * mu) }),
    W: meanWait + 1 / mu,
    Lq: arrivalRate * meanWait,
    L: arrivalRate * (meanWait + 1 / mu),
    ...percentiles(asked, found),
  };
};

const split: Kind = (p, asked) => {
  const [rate, servers] = [p.number('lambda'), p.number('c')];
  const found = bySelection({ ...stationFrom(p), arrivals: poisson(rate / servers), servers: 1 }, asked);
  return { ...found, L: servers * Number(found.L), throughput: rate };
};

const roundRobin: Kind = (p, asked) => {
  const [rate, servers] = [p.number('lambda'), p.number('c')];
  const interarrival = distributionOf({ distribution: 'erlang', mean: servers / rate, k: servers });
  const found = bySelection({ ...stationFrom(p), arrivals: renewalProcess(interarrival), servers: 1 }, asked);
  return {
    ...found,
    sigma: found.pWait,
    LPerServer: found.L,
    LqPerServer: found.Lq,
    L: servers * Number(found.L),
    throughput: rate,
  };
};

const sharedAmong: Kind = p => {
  const load = p.number('lambda') / p.number('mu');
  const servers = p.number('threshold');
  const states = Math.ceil(servers - 40 / Math.log10(load / servers) + 10);
  const births = Array.from({ length: states }, () => p.number('lambda'));
  const deaths = births.map((_, n) => Math.min(n + 1, servers) * p.number('mu'));
  return { stateProbs: [...birthDeath(births, deaths)] };
};

export const stations = {
  'M/M/1': station,
  'M/M/c': station,
  'M/M/c/K': station,
  'M/M/inf': endless,
  'Erlang B (M/G/c/c)': loss,
  'M/G/1': station,
  'M/D/1': station,
  'M/E_k/1': station,
  'M/H2/1': station,
  'M/D/c': station,
  'M/E_k/c': station,
  'M/H2/c': station,
  'PH/PH/1 (GI/G/1 exact numeric)': station,
  'D/M/1': renewalToExponential,
  'E_k/M/1': renewalToExponential,
  'H2/M/1': renewalToExponential,
  'U/M/1': renewalToExponential,
  'Gamma/M/1': renewalToExponential,
  'GI/M/1': renewalToExponential,
  'GI/M/c': renewalToExponential,
  'MMPP(2)/M/c': modulated,
  'M/D/1/K': p =>
    named(deterministicLimited(p.number('lambda'), lawFrom(p.values.service).mean, p.number('K'))),
  'Random (Bernoulli) split of Poisson to c exponential servers': split,
  'Round-robin split of Poisson to c exponential servers (E_c/M/1 each)': roundRobin,
  'Ciw limited PS (threshold 3), = M/M/3 occupancy': sharedAmong,
} as const satisfies Readonly<Record<string, Kind>>;
