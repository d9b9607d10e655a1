import { limitedTandem, saturatedLine } from '../formulas/blocking-line.js';
import { closedNetwork } from '../formulas/closed-network.js';
import { powerOfManyChoices } from '../formulas/dispatching.js';
import { endlessTandem } from '../formulas/endless-tandem.js';
import { forkJoin } from '../formulas/fork-join.js';
import { openClasses, openNetwork } from '../formulas/open-network.js';
import { shortestQueue } from '../formulas/shortest-queue.js';
import type { Kind } from './case.js';
import { named } from './named.js';

const jackson: Kind = p => {
  const found = openNetwork({
    external: p.numbers('external'),
    routing: p.rows('routing'),
    meanServices: p.numbers('mus').map(mu => 1 / mu),
    servers: p.numbers('servers'),
  });
  return {
    ...named(found),
    lambdas: found.rates,
    rhoPerNode: found.utilisations,
    LPerNode: found.numbers,
    WPerVisit: found.sojourns,
  };
};

const closed: Kind = p => {
  const [times, visits] = [p.rows('serviceTimes'), p.rows('visits')];
  const found = closedNetwork({
    customers: p.numbers('N'),
    demands: times.map((row, r) => row.map((time, i) => time * visits[r][i])),
    servers: p.numbers('servers'),
    thinkTimes: p.numbers('think'),
  });
  return {
    X: found.throughputs,
    R: found.responses,
    QPerClassNode: found.numbers.flat(),
    residencePerClassNode: found.residences.flat(),
    UPerClassNode: found.utilisations.flat(),
  };
};

const openMulticlass: Kind = p => {
  const found = openClasses(p.numbers('lambdas'), p.rows('demands'));
  return {
    UPerClassNode: found.utilisations.flat(),
    residencePerClassNode: found.residences.flat(),
    QPerClassNode: found.numbers.flat(),
    R: found.responses,
  };
};

const openVisits: Kind = p => {
  const [rate, times, visits] = [p.number('lambda'), p.numbers('serviceTimes'), p.numbers('visits')];
  const demands = times.map((time, i) => time * visits[i]);
  const found = openClasses([rate], [demands]);
  return {
    XPerNode: visits.map(visit => visit * rate),
    UPerNode: found.utilisations[0],
    RPerVisit: found.residences[0].map((residence, i) => residence / visits[i]),
    QPerNode: found.numbers[0],
    R: found.responses[0],
    bottleneckMaxLambda: 1 / Math.max(...demands),
  };
};

const tandem: Kind = p => {
  const [first, second] = p.numbers('mus');
  const [arrivalRate, buffer, capacity] = [
    p.number('lambda'),
    p.number('intermediateBuffer'),
    p.number('station1Capacity'),
  ];
  const found = Number.isFinite(capacity)
    ? limitedTandem({ arrivalRate, rates: [first, second], buffer, capacity })
    : { probabilityOfLoss: 0, ...endlessTandem(arrivalRate, [first, second], buffer) };
  return {
    ...named(found),
    L1: found.meanAtFirst,
    L2: found.meanAtSecond,
    pBlockArrival: found.probabilityOfLoss,
    pServer1Blocked: found.probabilityFirstBlocked,
  };
};

const line: Kind = p => {
  const { throughput, busy, blocked } = saturatedLine({
    rates: p.numbers('mus'),
    buffers: p.numbers('intermediateBuffers'),
  });
  return { throughput, busyPerStation: busy, blockedPerStation: blocked };
};

const forked: Kind = p => {
  const found = forkJoin(p.number('lambda'), 1 / p.number('mu'), p.number('K'));
  return { ...named(found), WPerStation: found.meanSojournOfTask };
};

const shortest: Kind = p =>
  named(
    shortestQueue({
      arrivalRate: p.number('lambda'),
      meanService: 1 / p.number('mu'),
      servers: p.number('c'),
      choices: p.number('d', p.number('c')),
    }),
  );

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
  'Power of d choices, mean-field limit N->infinity': p => {
    const found = powerOfManyChoices(p.number('rho'), 1 / p.number('mu'), p.number('d'));
    return { ...named(found), LPerServer: found.meanNumberAtServer };
  },
} as const satisfies Readonly<Record<string, Kind>>;
