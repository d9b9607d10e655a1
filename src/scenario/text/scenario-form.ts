import { serverSideForm } from '../server-side/form.js';
import { isOpen } from '../supply-rate.js';
import {
  type BackoffSpec,
  type BreakdownSpec,
  type CustomerClass,
  type DisciplineSpec,
  type DistributionSpec,
  defaultClass,
  defaultStation,
  type FaultSpec,
  type LiveSpec,
  type RunSpec,
  type Scenario,
  type Station,
} from '../type.js';
import { durationText } from './quantities.js';
import { routesForm } from './route-form.js';
import { arrivalForm, lawForm } from './spec.js';

type Form = Readonly<Record<string, unknown>>;

/** The scenario as a file would write it, units and all: reading it gives the same scenario again. */
export function scenarioForm({ classes, stations, routes, run, ...rest }: Scenario): Form {
  const { name, description, live, thresholds, cost, ...others } = rest;
  const ways = routesForm(routes, Object.keys(stations));
  const [customers, queue] = [only(classes, defaultClass), only(stations, defaultStation)];
  return {
    name,
    ...(description !== undefined && { description }),
    ...(customers ? classForm(customers) : { classes: each(classes, classForm) }),
    ...(queue ? stationForm(queue) : { stations: each(stations, stationForm) }),
    ...(ways && { routes: ways }),
    ...(live && { live: liveForm(live) }),
    ...(thresholds && { thresholds: thresholds.map(({ text }) => text) }),
    ...(cost && { cost }),
    run: runForm(run),
    ...others,
  };
}

export function classForm({ due, patience, timeout, retry, ...customers }: CustomerClass): Form {
  const { supply, others } = supplyForm(customers);
  return {
    ...supply,
    ...(due !== undefined && { due: durationText(due) }),
    ...(patience && { patience: lawForm(patience) }),
    ...(timeout !== undefined && { timeout: durationText(timeout) }),
    ...(retry && { retry: backoffForm(retry) }),
    ...others,
  };
}

const backoffForm = ({ delay, cap, ...others }: BackoffSpec): Form => ({
  delay: lawForm(delay),
  ...others,
  ...(cap !== undefined && { cap: durationText(cap) }),
});

function supplyForm(customers: CustomerClass): { supply: Form; others: object } {
  if (isOpen(customers)) {
    const { arrivals, ...others } = customers;
    return { supply: { arrivals: arrivalForm(arrivals) }, others };
  }
  const { clients, think, ...others } = customers;
  return { supply: { clients, ...(think && { think: lawForm(think) }) }, others };
}

export function stationForm({
  service,
  discipline,
  breakdowns,
  redelivery,
  lease,
  ...station
}: Station): Form {
  return {
    ...station,
    ...serverSideForm(station),
    service: isLaw(service) ? lawForm(service) : each(service, lawForm),
    discipline: disciplineForm(discipline),
    ...(breakdowns && { breakdowns: breakdownForm(breakdowns) }),
    ...(lease !== undefined && { lease: durationText(lease) }),
    ...(redelivery && { redelivery: backoffForm(redelivery) }),
  };
}

const breakdownForm = ({ upTime, repairTime, ...others }: BreakdownSpec): Form => ({
  upTime: lawForm(upTime),
  repairTime: lawForm(repairTime),
  ...others,
});

export const runForm = ({ warmUp, duration, ...others }: RunSpec): Form => ({
  ...others,
  ...(duration === undefined
    ? { warmUp: warmUp === 'auto' ? warmUp : durationText(warmUp) }
    : { duration: durationText(duration) }),
});

function disciplineForm({ switchOver, ...order }: DisciplineSpec): unknown {
  if (switchOver) return { ...order, switchOver: lawForm(switchOver) };
  return Object.keys(order).length === 1 ? order.discipline : order;
}

const liveForm = ({
  payloadBytes,
  duration,
  lease,
  acknowledgeWithin,
  faults,
  ...others
}: LiveSpec): Form => ({
  ...others,
  ...(duration !== undefined && { duration: durationText(duration) }),
  ...(lease !== undefined && { lease: durationText(lease) }),
  ...(acknowledgeWithin !== undefined && { acknowledgeWithin: durationText(acknowledgeWithin) }),
  ...(faults && { faults: faults.map(faultForm) }),
  // A law of sizes is written in plain bytes, which is how it is kept.
  payload: payloadBytes,
});

const faultForm = ({ at, for: length, ...others }: FaultSpec): Form => ({
  ...others,
  at: durationText(at),
  ...(length !== undefined && { for: durationText(length) }),
});

export const isLaw = (service: Station['service']): service is DistributionSpec =>
  typeof service.distribution === 'string';

/** The part, where it is the only one and has the usual name; a class of some priority needs the long form. */
function only<T extends object>(parts: Readonly<Record<string, T>>, usual: string): T | undefined {
  const [name, ...more] = Object.keys(parts);
  return name === usual && more.length === 0 && !('priority' in parts[name]) ? parts[name] : undefined;
}

const each = <T>(parts: Readonly<Record<string, T>>, form: (part: T) => unknown): Form =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, form(part)]));
