import { transientEndless, transientStation } from '../formulas/transient.js';
import {
  allenCunneen,
  kingmanBound,
  queueingNetworkAnalyzer,
  sakasegawa,
  shortForm,
  whitt1993,
} from '../formulas/two-moments.js';
import type { Kind, Parameters } from './case.js';
import { named } from './named.js';
import { rateProfile } from './rates.js';

const transient: Kind = p => {
  const rate = p.number('lambda');
  return named(
    transientStation(
      {
        arrivalRate: () => rate,
        peakRate: rate,
        meanService: 1 / p.number('mu'),
        servers: p.number('c'),
        initial: p.number('initial', 0),
      },
      p.number('t'),
    ),
  );
};

const changing: Kind = p => {
  const { at, peak, jumps } = rateProfile(p.text('lambdaOfT'));
  return named(
    transientStation(
      {
        arrivalRate: at,
        peakRate: peak,
        jumps,
        meanService: 1 / p.number('mu'),
        servers: p.number('c'),
        initial: 0,
      },
      p.number('t'),
    ),
  );
};

const changingEndless: Kind = p => {
  const found = transientEndless(rateProfile(p.text('lambdaOfT')).at, 1 / p.number('mu'), p.number('t'));
  return { ...named(found), varL: found.variance };
};

const approximations: Kind = (p: Parameters) => {
  const queue = {
    arrivalRate: p.number('lambda'),
    meanService: 1 / p.number('mu'),
    servers: p.number('c'),
    arrivalScv: p.number('ca2'),
    serviceScv: p.number('cs2'),
  };
  return {
    rho: (queue.arrivalRate * queue.meanService) / queue.servers,
    wqAllenCunneen: allenCunneen(queue),
    wqAllenCunneenBolchPb: shortForm(queue),
    wqSakasegawa: sakasegawa(queue),
    wqWhitt1993: whitt1993(queue),
    ...(queue.servers === 1 && {
      kingmanUpperBound: kingmanBound(queue),
      wqQNA1983_KLB: queueingNetworkAnalyzer(queue),
    }),
  };
};

export const overTime = {
  'M/M/c transient': transient,
  'M(t)/M/c transient (starts empty at t=0)': changing,
  'M(t)/M/inf (starts empty at t=0)': changingEndless,
  'G/G/c approximations (formula values)': approximations,
} as const satisfies Readonly<Record<string, Kind>>;
