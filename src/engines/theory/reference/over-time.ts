import { singleServerBounds } from '../formulas/bounds.js';
import { constantRate, type RateProfile } from '../formulas/rate-profile.js';
import { transientEndless, transientStation } from '../formulas/transient.js';
import {
  allenCunneen,
  kimura,
  queueingNetworkAnalyzer,
  sakasegawa,
  shortForm,
  whitt1993,
} from '../formulas/two-moments.js';
import type { Kind, Metrics, Parameters } from './case.js';
import { lawFrom } from './law.js';
import { named } from './named.js';
import { arrivalRate, exponentialMean, servers } from './quantities.js';
import { rateProfile } from './rates.js';

const profile = (p: Parameters): RateProfile =>
  p.has('lambdaOfT') ? rateProfile(p.value('lambdaOfT')) : constantRate(arrivalRate(p));

const changing: Kind = p => {
  const found = transientStation.solve({
    arrivals: profile(p),
    meanService: exponentialMean(p),
    servers: servers(p, 1),
    initial: p.number(['initial', 'n0'], 0),
    time: p.number(['t', 'time']),
  });
  return { ...named(found), ...spread(found, servers(p, 1)) };
};

const spread = (found: { readonly variance: number; readonly meanBusy: number }, count: number): Metrics => ({
  varL: found.variance,
  rho: found.meanBusy / count,
});

const changingEndless: Kind = p => {
  const found = transientEndless.solve({
    arrivals: profile(p),
    meanService: exponentialMean(p),
    initial: p.number(['initial', 'n0'], 0),
    time: p.number(['t', 'time']),
  });
  return { ...named(found), Lq: 0, pWait: 0, varL: found.variance };
};

/** Squared coefficient of variation, given as such or by the law. */
const scv = (p: Parameters, name: string, law: string): number =>
  p.has(law) ? lawFrom(p.values[law]).scv : p.number(name, 1);

const approximations: Kind = p => {
  const queue = {
    arrivalRate: arrivalRate(p),
    meanService: p.has('service') ? lawFrom(p.values.service).mean : exponentialMean(p),
    servers: servers(p, 1),
    arrivalScv: scv(p, 'ca2', 'interarrival'),
    serviceScv: scv(p, 'cs2', 'service'),
  };
  return {
    rho: (queue.arrivalRate * queue.meanService) / queue.servers,
    wqAllenCunneen: allenCunneen.solve(queue),
    wqAllenCunneenBolchPb: shortForm.solve(queue),
    wqSakasegawa: sakasegawa.solve(queue),
    wqWhitt1993: whitt1993.solve(queue),
    wqKimura: kimura.solve(queue),
    wqQNA1983_KLB: queueingNetworkAnalyzer.solve(queue),
    ...(queue.servers === 1 && { kingmanUpperBound: singleServerBounds.solve(queue).kingman }),
  };
};

export const overTime = {
  'M/M/c transient': changing,
  'M/M/1 transient': changing,
  'M/M/inf transient': changingEndless,
  'M(t)/M/c transient (starts empty at t=0)': changing,
  'M(t)/M/1 transient (starts empty at t=0)': changing,
  'M(t)/M/inf (starts empty at t=0)': changingEndless,
  'G/G/c approximations (formula values)': approximations,
  'G/G/1 approximations (formula values)': approximations,
} as const satisfies Readonly<Record<string, Kind>>;
