import type { Distribution } from '../../../distributions/contract.js';
import { erlangC } from '../erlang.js';
import { meanWaitOf, multipleVacations, nPolicy, setUp, singleVacation } from '../formulas/idle-server.js';
import { waitByOrder } from '../formulas/orders.js';
import {
  nonPreemptive,
  nonPreemptiveServers,
  preemptiveResume,
  preemptiveServers,
  priorityClasses,
} from '../formulas/priorities.js';
import { lastComeInterrupting, processorSharing, sharedExponential } from '../formulas/processor-sharing.js';
import { sizeBased } from '../formulas/size-based.js';
import type { Kind, Metrics, Parameters } from './case.js';
import { lawFrom } from './law.js';
import { completed, named } from './named.js';
import { arrivalRate, exponentialMean, lawOr, servers, service } from './quantities.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ratesOf = (p: Parameters): readonly number[] => p.numbers('lambdas', 'lambda');

/** By class; one for all where only one is given. */
function servicesOf(p: Parameters): readonly Pick<Distribution, 'mean' | 'scv'>[] {
  if (p.has('services')) return p.list('services').map(lawFrom);
  if (p.has('mus')) return p.numbers('mus').map(mu => ({ mean: 1 / mu, scv: 1 }));
  return ratesOf(p).map(() => service(p));
}

/** All that follows from the sojourns of the classes, or from their waits. */
function perClass(
  rates: readonly number[],
  services: readonly Pick<Distribution, 'mean'>[],
  sojourns: readonly number[],
  count = 1,
): Metrics {
  const waits = sojourns.map((sojourn, k) => sojourn - services[k].mean);
  const mean = (values: readonly number[]): number =>
    sum(values.map((value, k) => value * rates[k])) / sum(rates);
  return {
    rho: sum(rates.map((rate, k) => rate * services[k].mean)) / count,
    throughput: sum(rates),
    WqPerClass: waits,
    WPerClass: sojourns,
    LPerClass: sojourns.map((sojourn, k) => sojourn * rates[k]),
    LqPerClass: waits.map((wait, k) => wait * rates[k]),
    WqMean: mean(waits),
    WMean: mean(sojourns),
    Wq: mean(waits),
    W: mean(sojourns),
    L: sum(rates) * mean(sojourns),
    Lq: sum(rates) * mean(waits),
  };
}

const waiting: Kind = p => {
  const classes = priorityClasses(ratesOf(p), servicesOf(p));
  const services = classes.map(({ service }) => service);
  const waits = nonPreemptive.solve({ classes });
  const found = perClass(
    ratesOf(p),
    services,
    waits.map((wait, k) => wait + services[k].mean),
  );
  return { ...found, WqPerClass: waits, pWait: found.rho };
};

const interrupting: Kind = p => {
  const classes = priorityClasses(ratesOf(p), servicesOf(p));
  return perClass(
    ratesOf(p),
    classes.map(({ service }) => service),
    preemptiveResume.solve({ classes }),
  );
};

const waitingForServers: Kind = p => {
  const [rates, meanService, count] = [ratesOf(p), exponentialMean(p), servers(p)];
  const waits = nonPreemptiveServers.solve({ rates, meanService, servers: count });
  const services = rates.map(() => ({ mean: meanService }));
  return {
    ...perClass(
      rates,
      services,
      waits.map(wait => wait + meanService),
      count,
    ),
    pWait: erlangC(count, sum(rates) * meanService),
    WqPerClass: waits,
  };
};

const interruptingServers: Kind = p => {
  const [rates, meanService, count] = [ratesOf(p), exponentialMean(p), servers(p)];
  const numbers = preemptiveServers.solve({ rates, meanService, servers: count });
  return perClass(
    rates,
    rates.map(() => ({ mean: meanService })),
    numbers.map((number, k) => number / rates[k]),
    count,
  );
};

const orders: Kind = p => {
  const [rate, law] = [arrivalRate(p), service(p)];
  const found = waitByOrder.solve({ arrivalRate: rate, service: law });
  return {
    ...completed({ Wq: found.meanWait, pWait: rate * law.mean }, { rate, service: law }),
    varWqFCFS: found.varianceFirstCome,
    varWqSIRO: found.varianceRandom,
    varWqLCFS: found.varianceLastCome,
  };
};

const sharing: Kind = p => {
  const law = service(p);
  const station = { arrivalRate: arrivalRate(p), meanService: law.mean };
  return {
    ...named(processorSharing.solve(station)),
    ...(law.kendall === 'M' && named(sharedExponential.solve(station))),
  };
};

const lastCome: Kind = p => {
  const law = service(p);
  const found = named(lastComeInterrupting.solve({ arrivalRate: arrivalRate(p), meanService: law.mean }));
  return law.kendall === 'M' ? found : { ...found, varW: undefined };
};

const bySize: Kind = (p, asked) => {
  const given = { arrivalRate: arrivalRate(p), service: service(p) };
  const { arrivalRate: rate, service: law } = given;
  const found = sizeBased.solve(given);
  const { varianceFirstCome } = waitByOrder.solve(given);
  return {
    rho: rate * law.mean,
    WSRPT: found.shortestRemaining,
    WPSJF: found.preemptiveShortest,
    WSJFnonpreemptive: found.shortestFirst,
    WSJF: found.shortestFirst,
    WFB: found.leastAttained,
    WLAS: found.leastAttained,
    WPS: processorSharing.solve({ arrivalRate: rate, meanService: law.mean }).meanSojourn,
    WFCFS: meanWaitOf(rate, law) + law.mean,
    ...(asked.includes('varWqFCFS') && { varWqFCFS: varianceFirstCome }),
  };
};

const single = (p: Parameters) => ({ arrivalRate: arrivalRate(p), service: service(p) });

const vacation = (p: Parameters): Distribution => lawOr(p, ['vacation'], ['vacationRate']);
const vacations: Kind = p => named(multipleVacations.solve({ ...single(p), vacation: vacation(p) }));
const oneVacation: Kind = p => named(singleVacation.solve({ ...single(p), vacation: vacation(p) }));
const warming: Kind = p =>
  named(setUp.solve({ ...single(p), setup: lawOr(p, ['setup', 'setUp'], ['setupRate']), off: 1 }));
const threshold: Kind = p => {
  const [given, count] = [single(p), p.number(['N', 'threshold'])];
  const busy = given.arrivalRate * given.service.mean;
  return { ...named(nPolicy.solve({ ...given, threshold: count })), pServerOn: busy };
};

export const disciplines = {
  'M/M/1 priority non-preemptive': waiting,
  'M/G/1 priority non-preemptive': waiting,
  'M/M/1 priority preemptive-resume': interrupting,
  'M/G/1 priority preemptive-resume': interrupting,
  'M/M/c priority non-preemptive (equal mu)': waitingForServers,
  'M/M/c priority preemptive-resume (equal mu)': interruptingServers,
  'M/G/1 FCFS vs SIRO vs LCFS (non-preemptive)': orders,
  'M/M/1 FCFS vs SIRO vs LCFS (non-preemptive)': orders,
  'M/G/1-PS': sharing,
  'M/M/1-PS': sharing,
  'M/M/1 LCFS preemptive-resume': lastCome,
  'M/G/1 LCFS preemptive-resume': lastCome,
  'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)': bySize,
  'M/M/1 size-based (SRPT, PSJF, SJF, FB/LAS)': bySize,
  'M/G/1 multiple vacations (exhaustive)': vacations,
  'M/M/1 multiple vacations (exhaustive)': vacations,
  'M/G/1 single vacation': oneVacation,
  'M/M/1 single vacation': oneVacation,
  'M/G/1 with setup time after idle': warming,
  'M/M/1 with setup time after idle': warming,
  'M/G/1 N-policy': threshold,
  'M/M/1 N-policy': threshold,
} as const satisfies Readonly<Record<string, Kind>>;
