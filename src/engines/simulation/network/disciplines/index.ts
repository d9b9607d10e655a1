import type { DisciplineSpec } from '../../../../scenario/type.js';
import { lines } from '../lines/index.js';
import { LoadDependent } from '../server-side/load-dependent.js';
import type { Station } from '../station.js';
import { Blocking } from '../stations/blocking.js';
import { Leased } from '../stations/leased.js';
import { LeastAttained } from '../stations/least-attained.js';
import { Polling } from '../stations/polling.js';
import { Preemptive } from '../stations/preemptive.js';
import { Servers } from '../stations/servers.js';
import { Sharing } from '../stations/sharing.js';
import type { StationSetup } from '../stations/station-setup.js';
import { rankings } from './rankings.js';

const equal = ({ services }: StationSetup): number[] => services.map(() => 1);
const everybody = Number.POSITIVE_INFINITY;

const waiting =
  (name: keyof typeof lines) =>
  (setup: StationSetup): Station => {
    const line = lines[name](setup.context);
    if (setup.lease !== undefined) return new Leased(setup, line, setup.lease);
    if (setup.serverSide) return setup.serverSide(setup, line);
    if (setup.speed) return new LoadDependent(setup, { speed: setup.speed, line });
    return new (setup.blocks === undefined ? Servers : Blocking)(setup, line);
  };
const interrupting =
  (name: keyof typeof rankings) =>
  (setup: StationSetup): Station =>
    new Preemptive(setup, rankings[name](setup.context));

/** What makes a station, by the name of its discipline in a scenario. */
export const disciplines = {
  fcfs: setup => (setup.breakdowns ? interrupting('fcfs')(setup) : waiting('fcfs')(setup)),
  lcfs: waiting('lcfs'),
  siro: waiting('siro'),
  priority: waiting('priority'),
  sjf: waiting('sjf'),
  edf: waiting('edf'),
  'lcfs-preemptive': interrupting('lcfs'),
  'priority-preemptive': interrupting('priority'),
  srpt: interrupting('srpt'),
  psjf: interrupting('psjf'),
  fb: setup => new LeastAttained(setup),
  'edf-preemptive': interrupting('edf'),
  ps: setup =>
    setup.speed
      ? new LoadDependent(setup, { speed: setup.speed })
      : new Sharing(setup, { limit: everybody, weights: equal(setup) }),
  dps: setup => new Sharing(setup, { limit: everybody, weights: setup.context.weights }),
  'limited-ps': (setup, { limit = everybody }) => new Sharing(setup, { limit, weights: equal(setup) }),
  polling: (setup, { visits = 'exhaustive' }) =>
    new Polling(setup, { visits, ...(setup.switchOver && { switchOver: setup.switchOver }) }),
} satisfies Readonly<Record<string, (setup: StationSetup, spec: DisciplineSpec) => Station>>;

/** Disciplines whose services can be interrupted by a breakdown, and go on later. */
export const resumable: readonly string[] = [
  'fcfs',
  'lcfs-preemptive',
  'priority-preemptive',
  'srpt',
  'psjf',
  'edf-preemptive',
];

/** Disciplines in which a service once begun is finished. */
export const interruptless: readonly string[] = Object.keys(lines);

/** Disciplines under which a customer does not wait and then get served, so that nobody can say how long it waited. */
export const withoutWait: readonly string[] = ['ps', 'dps', 'limited-ps', 'fb'];
