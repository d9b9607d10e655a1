import type { Distribution } from '../../../distributions/contract.js';
import { ParameterError } from '../../../distributions/contract.js';
import { exponentialOf } from '../../../distributions/families/exponential.js';
import { batchArrivals } from '../formulas/batch-arrivals.js';
import { closedBatches, openBatches } from '../formulas/batch-service.js';
import { type BatchSizes, geometricBatch, listedBatch } from '../formulas/batch-sizes.js';
import { breakdowns, breakdownsWhileServing } from '../formulas/breakdowns.js';
import { engset, finiteSource } from '../formulas/finite-source.js';
import { impatientStation } from '../formulas/impatience.js';
import { retrials } from '../formulas/retrials.js';
import { unequalServers } from '../formulas/unequal-servers.js';
import type { Kind, Parameters } from './case.js';
import { named, ofLaws } from './named.js';
import { arrivalRate, exponentialMean, lawOr, servers } from './quantities.js';

const station = (p: Parameters, absent?: number) => ({
  arrivalRate: arrivalRate(p),
  meanService: exponentialMean(p),
  servers: servers(p, absent),
});

const patience = (p: Parameters): Distribution => lawOr(p, ['patience'], ['theta', 'patienceRate']);

const impatient: Kind = (p, asked) => {
  const given = station(p);
  const found = impatientStation.solve({ ...given, patience: patience(p) });
  const metrics = {
    ...named(found),
    ...ofLaws(asked, found, p),
    W: found.meanNumberInSystem / given.arrivalRate,
    pServed: found.served,
    WqServed: found.meanWaitOfServed,
    WServed: found.meanWaitOfServed + given.meanService,
  };
  if (!p.has('T')) return metrics;
  const limit = p.number('T');
  return {
    ...metrics,
    pWaitGreaterT: found.stillWaitingAfter(limit),
    pServedWithinT: found.servedWithin(limit),
    serviceLevelAmongServed: found.servedWithin(limit) / found.served,
  };
};

const sources = (p: Parameters) => ({
  sources: p.number(['N', 'sources']),
  rate: p.number(['lambdaPerSource', 'lambda']),
  meanService: exponentialMean(p),
  servers: servers(p, 1),
});

const unreliable = (p: Parameters) => ({
  ...station(p, 1),
  failureRate: p.number(['failureRate', 'xi']),
  repairRate: p.number(['repairRate', 'eta']),
});

const retrial: Kind = p => {
  const found = retrials.solve({ ...station(p, 1), retrialRate: p.number(['retrialRate', 'theta']) });
  return {
    ...named(found),
    LOrbit: found.meanNumberInOrbit,
    pBlock: found.probabilityOfBlocking,
    pIdle: found.probabilityOfAllIdle,
    p0: undefined,
  };
};

/** Batches by sizes and weights, of one size, or geometric. */
function sizesFrom(p: Parameters): BatchSizes {
  if (p.has('batchGeometricP')) {
    const success = p.number('batchGeometricP');
    if (success > 0 && success <= 1) return geometricBatch(1 / success);
    throw new ParameterError('batchGeometricP', success, 'a number above 0 and at most 1');
  }
  if (typeof p.value('batch', 'batchSize') === 'number') {
    return listedBatch([[p.number(['batch', 'batchSize']), 1]]);
  }
  return listedBatch(p.rows('batch', 'batchSizes').map(([size, share]) => [size, share]));
}

const batches: Kind = (p, asked) => {
  const found = batchArrivals.solve({
    batchRate: p.number(['batchRate', 'lambda']),
    sizes: sizesFrom(p),
    meanService: exponentialMean(p),
    servers: servers(p, 1),
  });
  return { ...named(found), ...ofLaws(asked, found, p) };
};

const served = (p: Parameters) => ({
  arrivalRate: arrivalRate(p),
  meanService: exponentialMean(p),
  batch: p.number(['b', 'batch']),
});

const open: Kind = p => {
  const found = openBatches.solve(served(p));
  return { ...named(found), r0: found.root };
};

const closed: Kind = p => {
  const found = closedBatches.solve({ ...served(p), servers: 1, minimum: 1 });
  return { ...named(found), pIdle: found.probabilityEmpty };
};

const fastestFirst: Kind = p => {
  const rates = [...p.numbers('mus')].sort((a, b) => b - a);
  const found = unequalServers.solve({ arrivalRate: arrivalRate(p), rates });
  return { ...named(found), rho: arrivalRate(p) / rates.reduce((sum, each) => sum + each, 0) };
};

const serving: Kind = p => {
  const { arrivalRate, meanService, failureRate, repairRate } = unreliable(p);
  const found = breakdownsWhileServing.solve({
    arrivalRate,
    service: exponentialOf(meanService),
    failureRate,
    repair: exponentialOf(1 / repairRate),
  });
  return { ...named(found), utilisationInclDown: found.shareBusyOrDown };
};

const failing: Kind = p => named(breakdowns.solve(unreliable(p)));

export const limits = {
  'M/M/c+M (Erlang-A)': impatient,
  'M/M/c+D (deterministic patience)': impatient,
  'M/M/c+G': impatient,
  'M/M/c//N (finite source)': (p, asked) => {
    const found = finiteSource.solve(sources(p));
    return { ...named(found), ...ofLaws(asked, found, p) };
  },
  'Engset M/M/c/c//N': p => named(engset.solve(sources(p))),
  'M/M/c retrial (classical linear retrial rate)': retrial,
  'M/M/1 retrial (classical linear retrial rate)': retrial,
  'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume': failing,
  'M/M/1 with independent server breakdowns (fail also when idle), preemptive-resume': failing,
  'M/M/1 with operation-dependent breakdowns (fail only while serving)': serving,
  'M^X/M/1 batch arrivals': batches,
  'M^X/M/c batch arrivals': batches,
  'M^X/M/c geometric batches': batches,
  'M^X/M/1 geometric batches': batches,
  'M/M^[b]/1 batch service, partial batches, arrivals may join a batch in service': open,
  'M/M^[b]/1 batch service (a=1), no joining of a batch in service (Bailey)': closed,
  'M/M/2 heterogeneous servers': fastestFirst,
  'M/M/c heterogeneous servers': fastestFirst,
} as const satisfies Readonly<Record<string, Kind>>;
