import { erlangC } from '../erlang.js';
import { byLittle } from '../formulas/by-little.js';
import { meanWaitOf, multipleVacations, setUp, singleVacation, startAt } from '../formulas/idle-server.js';
import { waitByOrder } from '../formulas/orders.js';
import {
  nonPreemptive,
  nonPreemptiveServers,
  type PriorityClass,
  preemptiveResume,
  preemptiveServers,
} from '../formulas/priorities.js';
import {
  busyPeriodVariance,
  processorSharing,
  sharedExponentialVariance,
} from '../formulas/processor-sharing.js';
import { sizeBased } from '../formulas/size-based.js';
import type { Kind, Parameters } from './case.js';
import { lawFrom } from './law.js';
import { named } from './named.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function classesFrom(p: Parameters): readonly PriorityClass[] {
  const services = p.has('mus')
    ? p.numbers('mus').map(mu => ({ mean: 1 / mu, scv: 1 }))
    : p.list('services').map(lawFrom);
  return p.numbers('lambdas').map((rate, k) => ({ rate, service: services[k] }));
}

const waiting: Kind = p => {
  const classes = classesFrom(p);
  const waits = nonPreemptive(classes);
  const sojourns = waits.map((wait, k) => wait + classes[k].service.mean);
  return {
    rho: sum(classes.map(({ rate, service }) => rate * service.mean)),
    WqPerClass: waits,
    WPerClass: sojourns,
    LPerClass: sojourns.map((sojourn, k) => sojourn * classes[k].rate),
    WqMean: sum(waits.map((wait, k) => wait * classes[k].rate)) / sum(classes.map(({ rate }) => rate)),
  };
};

const interrupting: Kind = p => {
  const classes = classesFrom(p);
  const sojourns = preemptiveResume(classes);
  return {
    rho: sum(classes.map(({ rate, service }) => rate * service.mean)),
    WPerClass: sojourns,
    LPerClass: sojourns.map((sojourn, k) => sojourn * classes[k].rate),
  };
};

const waitingForServers: Kind = p => {
  const [rates, meanService, servers] = [p.numbers('lambdas'), 1 / p.number('mu'), p.number('c')];
  const waits = nonPreemptiveServers(rates, meanService, servers);
  const load = sum(rates) * meanService;
  return {
    rho: load / servers,
    pWait: erlangC(servers, load),
    WqPerClass: waits,
    WPerClass: waits.map(wait => wait + meanService),
  };
};

const interruptingServers: Kind = p => {
  const [rates, meanService, servers] = [p.numbers('lambdas'), 1 / p.number('mu'), p.number('c')];
  const numbers = preemptiveServers(rates, meanService, servers);
  return {
    rho: (sum(rates) * meanService) / servers,
    LPerClass: numbers,
    WPerClass: numbers.map((number, k) => number / rates[k]),
  };
};

const service = (p: Parameters) =>
  lawFrom(p.has('service') ? p.values.service : { type: 'exponential', mean: 1 / p.number('mu', 1) });

const orders: Kind = p => {
  const [rate, law] = [p.number('lambda'), service(p)];
  const { meanWait, varianceFirstCome, varianceRandom, varianceLastCome } = waitByOrder(rate, law);
  return {
    rho: rate * law.mean,
    Wq: meanWait,
    varWqFCFS: varianceFirstCome,
    varWqSIRO: varianceRandom,
    varWqLCFS: varianceLastCome,
  };
};

const sharing: Kind = p => {
  const [rate, law] = [p.number('lambda'), service(p)];
  const found = named(processorSharing(rate, law.mean));
  return law.kendall === 'M' ? { ...found, varW: sharedExponentialVariance(rate, law.mean) } : found;
};

const lastComeInterrupting: Kind = p => {
  const [rate, law] = [p.number('lambda'), service(p)];
  // Both are insensitive, with the same mean.
  return { ...named(processorSharing(rate, law.mean)), varW: busyPeriodVariance(rate, law.mean) };
};

const bySize: Kind = p => {
  const [rate, law] = [p.number('lambda'), service(p)];
  const found = sizeBased(rate, law);
  return {
    WSRPT: found.shortestRemaining,
    WPSJF: found.preemptiveShortest,
    WSJFnonpreemptive: found.shortestFirst,
    WFB: found.leastAttained,
    WPS: processorSharing(rate, law.mean).meanSojourn,
    WFCFS: meanWaitOf(rate, law) + law.mean,
  };
};

/** M/G/1 whose server adds a term of its own to the wait. */
const delayedBy =
  (extra: (rate: number, p: Parameters) => number): Kind =>
  p => {
    const [rate, law] = [p.number('lambda'), service(p)];
    return {
      ...named(byLittle(rate, meanWaitOf(rate, law) + extra(rate, p), law.mean)),
      rho: rate * law.mean,
      pServerOn: rate * law.mean,
    };
  };

export const disciplines = {
  'M/M/1 priority non-preemptive': waiting,
  'M/G/1 priority non-preemptive': waiting,
  'M/M/1 priority preemptive-resume': interrupting,
  'M/G/1 priority preemptive-resume': interrupting,
  'M/M/c priority non-preemptive (equal mu)': waitingForServers,
  'M/M/c priority preemptive-resume (equal mu)': interruptingServers,
  'M/G/1 FCFS vs SIRO vs LCFS (non-preemptive)': orders,
  'M/G/1-PS': sharing,
  'M/M/1 LCFS preemptive-resume': lastComeInterrupting,
  'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)': bySize,
  'M/G/1 multiple vacations (exhaustive)': delayedBy((_, p) => multipleVacations(lawFrom(p.values.vacation))),
  'M/G/1 single vacation': delayedBy((rate, p) => singleVacation(rate, lawFrom(p.values.vacation))),
  'M/G/1 with setup time after idle': delayedBy((rate, p) => setUp(rate, lawFrom(p.values.setup))),
  'M/G/1 N-policy': delayedBy((rate, p) => startAt(p.number('N'), rate)),
  'M/M/1 N-policy': delayedBy((rate, p) => startAt(p.number('N'), rate)),
} as const satisfies Readonly<Record<string, Kind>>;
