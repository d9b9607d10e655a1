import { limitedTandem, saturatedLine } from '../formulas/blocking-line.js';
import { closedNetwork } from '../formulas/closed-network.js';
import { powerOfManyChoices } from '../formulas/dispatching.js';
import { endlessTandem } from '../formulas/endless-tandem.js';
import { forkJoinMany, forkJoinPair } from '../formulas/fork-join.js';
import { openClasses, openNetwork } from '../formulas/open-network.js';
import { shortestQueue } from '../formulas/shortest-queue.js';
import type { Kind, Metrics, Parameters } from './case.js';
import { named } from './named.js';
import { arrivalRate, exponentialMean, servers } from './quantities.js';

/** By station: rates or means; `count` times the same where nothing is given. */
const meansOf = (p: Parameters): readonly number[] =>
  p.has('mus') ? p.numbers('mus').map(mu => 1 / mu) : p.numbers('serviceTimes', 'meanServices');

const jackson: Kind = p => {
  const meanServices = meansOf(p);
  const found = openNetwork.solve({
    external: p.numbers('external', 'lambdas'),
    routing: p.rows('routing', 'P'),
    meanServices,
    servers: p.has('servers', 'c') ? p.numbers('servers', 'c') : meanServices.map(() => 1),
  });
  return {
    ...named(found),
    lambdas: found.rates,
    rhoPerNode: found.utilisations,
    LPerNode: found.numbers,
    LqPerNode: found.numbers.map((number, i) => number - found.rates[i] * meanServices[i]),
    WPerVisit: found.sojourns,
    WqPerVisit: found.sojourns.map((sojourn, i) => sojourn - meanServices[i]),
  };
};

/** Service times times visits, or the demands themselves, by class. */
function demandsOf(p: Parameters): readonly (readonly number[])[] {
  if (p.has('demands')) return p.rows('demands');
  const times = p.rows('serviceTimes');
  if (!p.has('visits')) return times;
  const visits = p.rows('visits');
  return times.map((row, r) => row.map((time, i) => time * (visits[r]?.[i] ?? Number.NaN)));
}

interface Found {
  readonly utilisations: readonly (readonly number[])[];
  readonly numbers: readonly (readonly number[])[];
  readonly residences: readonly (readonly number[])[];
  readonly responses: readonly number[];
}

const perClassNode = ({ utilisations, numbers, residences, responses }: Found): Metrics => ({
  UPerClassNode: utilisations.flat(),
  QPerClassNode: numbers.flat(),
  residencePerClassNode: residences.flat(),
  R: responses,
  QPerNode: numbers[0].map((_, i) => numbers.reduce((sum, row) => sum + row[i], 0)),
  UPerNode: utilisations[0].map((_, i) => utilisations.reduce((sum, row) => sum + row[i], 0)),
});

const closed: Kind = p => {
  const demands = demandsOf(p);
  const found = closedNetwork.solve({
    customers: p.numbers('N', 'customers'),
    demands,
    servers: p.has('servers') ? p.numbers('servers') : demands[0].map(() => 1),
    thinkTimes: p.has('think', 'Z') ? p.numbers('think', 'Z') : demands.map(() => 0),
  });
  return { ...perClassNode(found), X: found.throughputs };
};

const openMulticlass: Kind = p => {
  const rates = p.numbers('lambdas', 'lambda');
  return { ...perClassNode(openClasses.solve({ rates, demands: demandsOf(p) })), X: rates };
};

const openVisits: Kind = p => {
  const rate = arrivalRate(p);
  const [demands] = demandsOf(p);
  const visits = p.has('visits') ? p.numbers('visits') : demands.map(() => 1);
  const found = openClasses.solve({ rates: [rate], demands: [demands] });
  return {
    ...perClassNode(found),
    XPerNode: visits.map(visit => visit * rate),
    RPerVisit: found.residences[0].map((residence, i) => residence / visits[i]),
    R: found.responses[0],
    W: found.responses[0],
    L: found.responses[0] * rate,
    X: rate,
    bottleneckMaxLambda: 1 / Math.max(...demands),
  };
};

const tandem: Kind = p => {
  const [first, second] = p.numbers('mus');
  const given = {
    arrivalRate: arrivalRate(p),
    first,
    second,
    buffer: p.number(['intermediateBuffer', 'buffer']),
  };
  const capacity = p.number(['station1Capacity', 'K'], Number.POSITIVE_INFINITY);
  const found = Number.isFinite(capacity)
    ? limitedTandem.solve({ ...given, capacity })
    : { probabilityOfLoss: 0, ...endlessTandem.solve(given) };
  return {
    ...named(found),
    L1: found.meanAtFirst,
    L2: found.meanAtSecond,
    L: found.meanAtFirst + found.meanAtSecond,
    pBlockArrival: found.probabilityOfLoss,
    pServer1Blocked: found.probabilityFirstBlocked,
  };
};

const line: Kind = p => {
  const { throughput, busy, blocked } = saturatedLine.solve({
    rates: p.numbers('mus'),
    buffers: p.numbers('intermediateBuffers', 'buffers'),
  });
  return { throughput, busyPerStation: busy, blockedPerStation: blocked };
};

const forked: Kind = p => {
  const tasks = p.number(['K', 'tasks'], 2);
  const given = { arrivalRate: arrivalRate(p), meanService: exponentialMean(p), tasks };
  const found = (tasks === 2 ? forkJoinPair : forkJoinMany).solve(given);
  return { ...named(found), WPerStation: found.meanSojournOfTask, L: found.meanJobs };
};

const shortest: Kind = p => {
  const count = servers(p);
  return named(
    shortestQueue.solve({
      arrivalRate: arrivalRate(p),
      meanService: exponentialMean(p),
      servers: count,
      choices: p.number('d', count),
    }),
  );
};

const meanField: Kind = p => {
  const found = powerOfManyChoices.solve({
    load: p.has('rho') ? p.number('rho') : arrivalRate(p) * exponentialMean(p),
    meanService: exponentialMean(p),
    choices: p.number('d', 2),
  });
  return { ...named(found), LPerServer: found.meanNumberAtServer };
};

export const networks = {
  'Jackson open network': jackson,
  'Closed product-form network (MVA)': closed,
  'Closed product-form network (MVA) multiclass': closed,
  'Open product-form network, multiclass': openMulticlass,
  'Open product-form network, visits/demands': openVisits,
  'Two-station tandem, finite intermediate buffer, blocking after service': tandem,
  'Saturated tandem line with blocking after service': line,
  'Fork-join K=2, M/M/1 stations': forked,
  'Fork-join K>2 (Nelson-Tantawi approximation)': forked,
  'JSQ (join the shortest queue) with exponential servers, ties random, no jockeying': shortest,
  'Power of d choices, finite number of servers (d distinct servers sampled)': shortest,
  'Power of d choices, mean-field limit N->infinity': meanField,
} as const satisfies Readonly<Record<string, Kind>>;
