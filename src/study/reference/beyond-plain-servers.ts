import type { Parameters } from '../../engines/theory/reference/case.js';
import type { BreakdownSpec, DistributionSpec, Station } from '../../scenario/type.js';
import { exponential, law, mu, one, type Plan, poissonOf, servers, service } from './plan.js';

type WhenIdle = NonNullable<Station['whenIdle']>;

const idle = (of: (p: Parameters) => WhenIdle) => (p: Parameters) =>
  one(poissonOf(p), service(p), { whenIdle: of(p) });

/** A law by its own name, or exponential by the name of its rate. */
const lawOr = (p: Parameters, name: string, rate: string): DistributionSpec =>
  p.has(rate) ? exponential(1 / p.number(rate)) : law(p, name);

const setUp = idle(p => ({ setUp: lawOr(p, 'setup', 'setupRate') }));
const vacations = idle(p => ({ vacation: lawOr(p, 'vacation', 'vacationRate') }));
const oneVacation = idle(p => ({ vacation: lawOr(p, 'vacation', 'vacationRate'), vacations: 'single' }));
const threshold = idle(p => ({ startAt: p.number(['N', 'threshold']) }));

const failing = (p: Parameters, when: NonNullable<BreakdownSpec['while']>): Plan => ({
  ...one(poissonOf(p), mu(p), { servers: servers(p) }),
  breakdowns: {
    upTime: exponential(1 / p.number('failureRate')),
    repairTime: exponential(1 / p.number('repairRate')),
    while: when,
  },
});

const batches = (p: Parameters, latecomers: 'wait' | 'join'): Plan =>
  one(poissonOf(p), mu(p), { batchService: { size: p.number('b'), latecomers } });

/** The cases in which more is said of the servers than their number, by the names of their models. */
export const beyondPlainServers: Readonly<Record<string, (p: Parameters) => Plan | undefined>> = {
  'M/M/c with independent server breakdowns (fail also when idle), preemptive-resume': p =>
    failing(p, 'always'),
  'M/M/1 with operation-dependent breakdowns (fail only while serving)': p => failing(p, 'serving'),
  'M/M/2 heterogeneous servers': p => {
    const of = p.numbers('mus');
    return one(poissonOf(p), exponential(1), { servers: of.length, speeds: { of, choose: 'fastest' } });
  },
  'M/G/1 with setup time after idle': setUp,
  'M/M/1 with setup time after idle': setUp,
  'M/G/1 multiple vacations (exhaustive)': vacations,
  'M/M/1 multiple vacations (exhaustive)': vacations,
  'M/G/1 single vacation': oneVacation,
  'M/M/1 single vacation': oneVacation,
  'M/G/1 N-policy': threshold,
  'M/M/1 N-policy': threshold,
  'M/M^[b]/1 batch service (a=1), no joining of a batch in service (Bailey)': p => batches(p, 'wait'),
  'M/M^[b]/1 batch service, partial batches, arrivals may join a batch in service': p => batches(p, 'join'),
};
