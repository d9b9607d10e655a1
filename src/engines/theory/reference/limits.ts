import { batchArrivals } from '../formulas/batch-arrivals.js';
import { closedBatches, openBatches } from '../formulas/batch-service.js';
import { breakdowns, breakdownsWhileServing } from '../formulas/breakdowns.js';
import { engset, finiteSource } from '../formulas/finite-source.js';
import {
  constantPatience,
  exponentialPatience,
  impatientStation,
  type Patience,
} from '../formulas/impatience.js';
import { retrials } from '../formulas/retrials.js';
import { unequalServers } from '../formulas/unequal-servers.js';
import type { Kind, Parameters } from './case.js';
import { named, percentiles } from './named.js';

const impatient = (p: Parameters, patience: Patience) =>
  impatientStation({
    arrivalRate: p.number('lambda'),
    meanService: 1 / p.number('mu'),
    servers: p.number('c'),
    patience,
  });

const erlangA: Kind = p => {
  const found = impatient(p, exponentialPatience(1 / p.number('theta')));
  const limit = p.number('T', 0);
  return {
    ...named(found),
    WqServed: found.meanWaitOfServed,
    pWaitGreaterT: found.stillWaitingAfter(limit),
    pServedWithinT: found.servedWithin(limit),
    serviceLevelAmongServed: found.servedWithin(limit) / found.served,
  };
};

const sources = (p: Parameters) => ({
  sources: p.number('N'),
  rate: p.number('lambdaPerSource'),
  meanService: 1 / p.number('mu'),
  servers: p.number('c'),
});

const unreliable = (p: Parameters) => ({
  arrivalRate: p.number('lambda'),
  meanService: 1 / p.number('mu'),
  servers: p.number('c', 1),
  failureRate: p.number('failureRate'),
  repairRate: p.number('repairRate'),
});

const retrial: Kind = p => {
  const found = retrials({
    arrivalRate: p.number('lambda'),
    meanService: 1 / p.number('mu'),
    servers: p.number('c'),
    retrialRate: p.number('retrialRate'),
  });
  return {
    ...named(found),
    LOrbit: found.meanNumberInOrbit,
    pBlock: found.probabilityOfBlocking,
    pIdle: found.probabilityOfAllIdle,
  };
};

/** Batches by sizes and weights. */
const listed: Kind = p => {
  const sizes = p.rows('batch');
  return named(
    batchArrivals({
      batchRate: p.number('batchRate'),
      atLeast: n => sizes.reduce((sum, [size, weight]) => sum + (size >= n ? weight : 0), 0),
      meanBatch: sizes.reduce((sum, [size, weight]) => sum + size * weight, 0),
      meanService: 1 / p.number('mu'),
      servers: p.number('c', 1),
    }),
  );
};

const geometric: Kind = p => {
  const success = p.number('batchGeometricP');
  return named(
    batchArrivals({
      batchRate: p.number('batchRate'),
      atLeast: n => (1 - success) ** (n - 1),
      meanBatch: 1 / success,
      meanService: 1 / p.number('mu'),
      servers: p.number('c', 1),
    }),
  );
};

const batches: Kind = (p, asked) => (p.has('batch') ? listed(p, asked) : geometric(p, asked));

const served = (p: Parameters) => ({
  arrivalRate: p.number('lambda'),
  meanService: 1 / p.number('mu'),
  batch: p.number('b'),
});

const open: Kind = p => {
  const found = openBatches(served(p));
  return { ...named(found), r0: found.root };
};

const closed: Kind = p => {
  const found = closedBatches(served(p));
  return { ...named(found), pIdle: found.probabilityEmpty };
};

const fastestFirst: Kind = p => {
  const [first, second] = [...p.numbers('mus')].sort((a, b) => b - a);
  return named(unequalServers(p.number('lambda'), [first, second]));
};

export const limits = {
  'M/M/c+M (Erlang-A)': erlangA,
  'M/M/c+D (deterministic patience)': p => named(impatient(p, constantPatience(p.number('patience')))),
  'M/M/c//N (finite source)': (p, asked) => {
    const found = finiteSource(sources(p));
    return { ...named(found), ...percentiles(asked, found) };
  },
  'Engset M/M/c/c//N': p => named(engset(sources(p))),
  'M/M/c retrial (classical linear retrial rate)': retrial,
  'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume': p =>
    named(breakdowns(unreliable(p))),
  'M/M/1 with operation-dependent breakdowns (fail only while serving)': p => {
    const found = breakdownsWhileServing(unreliable(p));
    return { ...named(found), utilisationInclDown: found.shareBusyOrDown };
  },
  'M^X/M/1 batch arrivals': batches,
  'M^X/M/c geometric batches': batches,
  'M/M^[b]/1 batch service, partial batches, arrivals may join a batch in service': open,
  'M/M^[b]/1 batch service (a=1), no joining of a batch in service (Bailey)': closed,
  'M/M/2 heterogeneous servers': fastestFirst,
} as const satisfies Readonly<Record<string, Kind>>;
