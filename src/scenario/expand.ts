import type { WrittenClass } from './customer-class.js';
import { defaultLive } from './live.js';
import { classesOf, type Part, stationsOf } from './parts.js';
import { routesOf } from './routes/consistency.js';
import { defaultRun } from './run.js';
import { serverSideKeys } from './server-side/type.js';
import type { WrittenStation } from './station.js';
import type { ArrivalSpec, CustomerClass, LiveSpec, Scenario, Station } from './type.js';
import type { WrittenScenario } from './written-scenario.js';

/** The long form of what was written and found right, with the defaults filled in. */
export function expanded(written: WrittenScenario, fileName: string): Scenario {
  const { name = fileName, description, live, thresholds, cost } = written;
  return {
    name,
    ...(description !== undefined && { description }),
    classes: byName(classesOf(written), customersOf),
    stations: byName(stationsOf(written), stationOf),
    routes: routesOf(written) ?? {},
    run: { ...defaultRun, ...written.run },
    ...(live && { live: liveOf(live) }),
    ...(thresholds && { thresholds }),
    ...(cost && { cost }),
  };
}

const byName = <T, U>(parts: readonly Part<T>[], of: (written: T) => U): Record<string, U> =>
  Object.fromEntries(parts.map(({ name, written }) => [name, of(written as T)]));

function customersOf(written: WrittenClass): CustomerClass {
  const { arrivals, clients, think, priority, due, weight, patience, timeout, retry } = written;
  return {
    // One of the two is there, or the scenario would not have been found right.
    ...(clients === undefined ? { arrivals: arrivals as ArrivalSpec } : { clients, ...(think && { think }) }),
    ...(priority !== undefined && { priority }),
    ...(due !== undefined && { due }),
    ...(weight !== undefined && { weight }),
    ...(patience && { patience }),
    ...(timeout !== undefined && { timeout }),
    ...(retry && { retry }),
  };
}

function stationOf(written: WrittenStation): Station {
  const { servers, service, discipline = { discipline: 'fcfs' }, capacity, whenFull, breakdowns } = written;
  const { baulking, backlog } = written;
  const side = serverSideKeys.filter(key => written[key] !== undefined);
  return {
    servers,
    service,
    discipline,
    ...(capacity !== undefined && { capacity }),
    ...(whenFull && { whenFull }),
    ...(breakdowns && { breakdowns }),
    ...deliveriesOf(written),
    ...(baulking && { baulking }),
    ...(backlog !== undefined && { backlog }),
    ...Object.fromEntries(side.map(key => [key, written[key]])),
  };
}

const deliveriesOf = ({ failing, poison, lease, maxDeliveries, redelivery }: WrittenStation) => ({
  ...(failing !== undefined && { failing }),
  ...(poison !== undefined && { poison }),
  ...(lease !== undefined && { lease }),
  ...(maxDeliveries !== undefined && { maxDeliveries }),
  ...(redelivery && { redelivery }),
});

function liveOf({
  messages,
  duration,
  payload,
  broker,
  service,
  ...settings
}: NonNullable<WrittenScenario['live']>): LiveSpec {
  return {
    ...settings,
    broker: broker ?? defaultLive.broker,
    ...(duration === undefined ? { messages: messages ?? defaultLive.messages } : { duration }),
    service: service ?? defaultLive.service,
    payloadBytes: payload ?? defaultLive.payloadBytes,
  };
}
