import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { poisson } from '../../../arrivals/processes/poisson.js';
import { renewalProcess } from '../../../arrivals/renewal-process.js';
import { erlangOf } from '../../../distributions/families/erlang.js';
import { exponentialOf } from '../../../distributions/families/exponential.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Model } from '../model.js';
import { gimc } from '../models/gimc.js';
import { mm1 } from '../models/mm1.js';

export interface PrivateQueues {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
}

const assumptions = [
  'Poisson arrivals, independent exponential service times',
  'c equal servers with a queue each, which nobody leaves for another',
];
const parameters = { arrivalRate: rate, meanService: duration, servers: whole(1, 10_000) };
const load = ({ arrivalRate, meanService, servers }: PrivateQueues): number =>
  (arrivalRate * meanService) / servers;

export const randomSplit = formula({
  kendall: 'M/M/1 side by side',
  name: 'each arrival goes to a server drawn at random',
  exactness: 'exact',
  assumptions: [...assumptions, 'each arrival goes to any of them with the same chance'],
  formula: 'each is an M/M/1 with λ / c: a Poisson process split at random is Poisson processes',
  breaks: 'Servers that are asked whether they are free first keep nobody waiting beside an idle one.',
  sources: mm1.sources,
  parameters,
  load,
  solve: (station: PrivateQueues) =>
    ofAll(station, mm1, poisson.make({ rate: station.arrivalRate / station.servers })),
});

export const roundRobin = formula({
  kendall: 'E_c/M/1 side by side',
  name: 'arrivals go to the servers in turn, as ZeroMQ PUSH deals to its PULL workers',
  exactness: 'exact',
  assumptions: [...assumptions, 'arrivals go to the servers in turn, whatever their queues'],
  formula: 'each is an E_c/M/1: c arrivals of a Poisson process are an Erlang time apart',
  breaks: 'Services of very different lengths queue behind the long ones while other servers are idle.',
  sources: gimc.sources,
  parameters,
  load,
  solve: (station: PrivateQueues) => {
    const { arrivalRate, servers } = station;
    return ofAll(station, gimc, renewalProcess(erlangOf(servers / arrivalRate, servers)));
  },
});

/** Numbers of customers at all servers together; times are the same at each. */
function ofAll({ arrivalRate, meanService, servers }: PrivateQueues, model: Model, arrivals: ArrivalProcess) {
  const { measures, wait, sojourn, varianceOfWait, varianceOfSojourn } = model.solve({
    arrivals,
    service: exponentialOf(meanService),
    servers: 1,
    capacity: Number.POSITIVE_INFINITY,
    discipline: 'fcfs',
  });
  const at = (name: 'meanWait' | 'meanSojourn' | 'probabilityOfWait'): number => measures[name]?.value ?? 0;
  return {
    throughput: arrivalRate,
    utilisation: (arrivalRate * meanService) / servers,
    meanWait: at('meanWait'),
    meanSojourn: at('meanSojourn'),
    meanNumberInQueue: arrivalRate * at('meanWait'),
    meanNumberInSystem: arrivalRate * at('meanSojourn'),
    probabilityOfWait: at('probabilityOfWait'),
    varianceOfWait,
    varianceOfSojourn,
    wait,
    sojourn,
  };
}
