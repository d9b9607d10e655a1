import { type ArrivalProcess, arrivalProcessOf } from '../../../arrivals/index.js';
import { renewalProcess } from '../../../arrivals/renewal-process.js';
import { ParameterError } from '../../../distributions/contract.js';
import { distributionOf } from '../../../distributions/index.js';
import { checkStable } from '../domain.js';
import { birthDeath } from '../formulas/birth-death.js';
import { singleServerBounds } from '../formulas/bounds.js';
import { singleServerLimited } from '../formulas/single-server-limited.js';
import type { Answer, StationProblem } from '../model.js';
import { models } from '../models/index.js';
import { NotCovered } from '../not-covered.js';
import { loadOf } from '../problem.js';
import type { Kind, Metrics, Parameters } from './case.js';
import { lawFrom } from './law.js';
import { answered, completed, named, ofLaws } from './named.js';
import { arrivalRate, exponentialMean, servers, service } from './quantities.js';

const poisson = (rate: number) => arrivalProcessOf({ process: 'poisson', rate });

/** The station that the parameters describe, whatever they leave out being the simplest. */
const stationFrom = (p: Parameters, arrivals = arrivalsFrom(p)): StationProblem => ({
  arrivals,
  service: service(p),
  servers: servers(p, 1),
  capacity: p.number(['K', 'capacity'], Number.POSITIVE_INFINITY),
  discipline: 'fcfs',
});

const arrivalsFrom = (p: Parameters): ArrivalProcess =>
  p.has('interarrival') ? renewalProcess(lawFrom(p.values.interarrival)) : poisson(arrivalRate(p));

/** Every exact model that covers the station, the first to say a metric deciding it. */
function bySelection(problem: StationProblem, asked: readonly string[], p?: Parameters): Metrics {
  if (problem.capacity === Number.POSITIVE_INFINITY) checkStable(loadOf(problem));
  const exact = models.filter(model => model.exactness === 'exact' && model.covers(problem) === true);
  if (exact.length === 0) throw new NotCovered('no exact model covers it');
  let found: Metrics = {};
  const missing = (): string[] => asked.filter(name => found[name] === undefined);
  // Variances worked out from the laws have fewer digits than any formula: they come last.
  const exceptVariances = (): string[] => missing().filter(name => !name.startsWith('var'));
  const answers: Answer[] = [];
  for (const model of exact) {
    if (answers.length > 0 && missing().length === 0) break;
    const answer = model.solve(problem);
    answers.push(answer);
    found = { ...answered(answer), ...found };
    found = { ...ofLaws(exceptVariances(), answer, p), ...found };
  }
  for (const answer of answers) found = { ...ofLaws(missing(), answer, p), ...found };
  return found;
}

const station: Kind = (p, asked) => {
  const problem = stationFrom(p);
  const { arrivals, service, servers, capacity } = problem;
  const found = bySelection(problem, asked, p);
  const renewal = arrivals.renewal && service.scv < Number.POSITIVE_INFINITY;
  return {
    ...completed(found, { rate: arrivals.rate, service, servers }),
    ...sigma(found, problem),
    ...(renewal && servers === 1 && capacity === Number.POSITIVE_INFINITY && kingman(problem)),
  };
};

const kingman = ({ arrivals, service }: StationProblem): Metrics => ({
  kingmanUpperBound: singleServerBounds.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers: 1,
    arrivalScv: arrivals.scv,
    serviceScv: service.scv,
  }).kingman,
});

/** The root σ of GI/M/c: the wait of those who wait has mean 1 / (cμ (1 - σ)). */
function sigma(found: Metrics, { service, servers }: StationProblem): Metrics {
  if (service.kendall !== 'M' || !(Number(found.pWait) > 0)) return {};
  if (servers === 1) return { sigma: found.pWait };
  const delay = Number(found.Wq) / Number(found.pWait);
  return { sigma: 1 - service.mean / (delay * servers) };
}

const endless: Kind = (p, asked) => {
  const problem = { ...stationFrom(p), servers: Number.POSITIVE_INFINITY };
  const { arrivals, service } = problem;
  const found = bySelection(problem, asked, p);
  return {
    ...completed(found, { rate: arrivals.rate, service, servers: Number.POSITIVE_INFINITY }),
    varL: arrivals.rate * service.mean,
  };
};

const loss: Kind = (p, asked) => {
  const count = servers(p);
  if (count === 0) return { pBlock: 1, throughput: 0, L: 0, rho: 0 };
  return bySelection({ ...stationFrom(p), servers: count, capacity: count }, asked, p);
};

const limitedServer: Kind = p => {
  const law = service(p);
  const found = singleServerLimited.solve({
    arrivalRate: arrivalRate(p),
    service: law,
    capacity: p.number(['K', 'capacity']),
  });
  return { ...named(found), scvService: law.scv };
};

const modulated: Kind = (p, asked) => {
  const rates = p.has('lambda1') ? [p.number('lambda1'), p.number('lambda2')] : p.numbers('lambdas', 'rates');
  const changes = p.has('r12') ? [p.number('r12'), p.number('r21')] : p.numbers('r', 'changes');
  if (changes.some(rate => !(rate > 0))) throw new ParameterError('r12', changes, 'rates above 0');
  const arrivals = arrivalProcessOf({ process: 'mmpp', rates, holding: changes.map(rate => 1 / rate) });
  const problem = stationFrom(p, arrivals);
  const found = bySelection(problem, asked, p);
  return completed(found, { rate: arrivals.rate, service: problem.service, servers: problem.servers });
};

const split: Kind = (p, asked) => {
  const [rate, count] = [arrivalRate(p), servers(p)];
  const problem = { ...stationFrom(p, poisson(rate / count)), servers: 1 };
  return perServer(bySelection(problem, asked, p), rate, count);
};

const roundRobin: Kind = (p, asked) => {
  const [rate, count] = [arrivalRate(p), servers(p)];
  const interarrival = distributionOf({ distribution: 'erlang', mean: count / rate, k: count });
  const problem = { ...stationFrom(p, renewalProcess(interarrival)), servers: 1 };
  const found = bySelection(problem, asked, p);
  return { ...perServer(found, rate, count), ...sigma(found, problem) };
};

/** What one of several private queues shows, and all of them together. */
const perServer = (found: Metrics, rate: number, count: number): Metrics => ({
  ...found,
  LPerServer: found.L,
  LqPerServer: found.Lq,
  L: count * Number(found.L),
  Lq: count * Number(found.Lq),
  throughput: rate,
});

const sharedAmong: Kind = p => {
  const [rate, mean, count] = [arrivalRate(p), exponentialMean(p), p.number(['threshold', 'c'])];
  const load = rate * mean;
  if (!(load < count)) throw new ParameterError('utilisation', load / count, 'a number below 1');
  const states = Math.min(1e6, Math.ceil(count - 40 / Math.log10(load / count) + 10));
  return {
    stateProbs: [
      ...birthDeath(
        states,
        () => rate,
        n => Math.min(n + 1, count) / mean,
      ),
    ],
  };
};

/** Any station by Kendall's notation, as its parameters describe it. */
export const anyStation = station;

export const stations = {
  'M/M/1': station,
  'M/M/c': station,
  'M/M/c/K': station,
  'M/M/inf': endless,
  'M/G/inf': endless,
  'Erlang B (M/G/c/c)': loss,
  'M/G/1': station,
  'M/D/1': station,
  'M/E_k/1': station,
  'M/H2/1': station,
  'M/D/c': station,
  'M/E_k/c': station,
  'M/H2/c': station,
  'PH/PH/1 (GI/G/1 exact numeric)': station,
  'D/M/1': station,
  'E_k/M/1': station,
  'H2/M/1': station,
  'U/M/1': station,
  'Gamma/M/1': station,
  'GI/M/1': station,
  'GI/M/c': station,
  'MMPP(2)/M/1': modulated,
  'MMPP(2)/M/c': modulated,
  'M/D/1/K': limitedServer,
  'M/G/1/K': limitedServer,
  'Random (Bernoulli) split of Poisson to c exponential servers': split,
  'Round-robin split of Poisson to c exponential servers (E_c/M/1 each)': roundRobin,
  'Ciw limited PS (threshold 3), = M/M/3 occupancy': sharedAmong,
} as const satisfies Readonly<Record<string, Kind>>;
