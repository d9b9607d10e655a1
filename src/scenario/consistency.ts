import { wrongDeliveries } from './attempts/consistency.js';
import { wrongBacklog } from './backlog/consistency.js';
import { isMapping } from './choice.js';
import { classShape } from './customer-class.js';
import { isLaw, lawWords } from './distribution.js';
import { liveRun } from './live-consistency.js';
import { expectedOf } from './mapping.js';
import { nearest } from './nearest.js';
import { orders } from './orders.js';
import { partMeasure } from './part-measure.js';
import { classesOf, type Part, stationsOf } from './parts.js';
import { routing } from './routes/consistency.js';
import { serverSide } from './server-side/consistency.js';
import { stationShape, type WrittenStation } from './station.js';
import { wrongSupply } from './supply.js';
import { alternatives, type Complaint } from './written.js';
import type { WrittenScenario } from './written-scenario.js';

type Draft = Partial<WrittenScenario>;

/**
 * What is wrong between the parts of a scenario. Parts that are wrong in themselves are undefined here, and
 * whatever depends on one of them is left to the next reading.
 */
export const consistency = (written: unknown): Complaint[] =>
  isMapping(written) ? checks.flatMap(check => check(written as Draft)) : [];

const checks: readonly ((draft: Draft) => Complaint[])[] = [
  draft => shortOrLong(draft, 'classes', classShape, []),
  draft => classesOf(draft).flatMap(one => wrongSupply(one, draft)),
  draft => shortOrLong(draft, 'stations', stationShape, ['service', 'servers']),
  classNames,
  draft => stationsOf(draft).flatMap(station => servedClasses(station, draft)),
  draft => stationsOf(draft).flatMap(room),
  draft => stationsOf(draft).flatMap(serverSide),
  orders,
  comingBack,
  wrongDeliveries,
  wrongBacklog,
  liveRun,
  lengthOfRun,
  partsToStopOn,
  routing,
];

/** The keys of the only class or station stand at the top, or those of all in a mapping: never both. */
function shortOrLong(draft: Draft, long: string, shape: object, required: readonly string[]): Complaint[] {
  if (long in draft) {
    return Object.keys(shape)
      .filter(key => key in draft)
      .map(key => ({
        message: `"${key}" stands beside "${long}"`,
        expected: `it inside one of the ${long}`,
        path: [key],
        at: 'key',
      }));
  }
  return required
    .filter(key => !(key in draft))
    .map(key => ({
      message: `"${key}" is missing`,
      expected: expectedOf(shape[key as keyof typeof shape]),
      path: [key],
      at: 'missing',
    }));
}

function classNames(draft: Draft): Complaint[] {
  return classesOf(draft)
    .filter(({ name }) => (lawWords as readonly string[]).includes(name) || isLaw({ [name]: 0 }))
    .map(({ name, path }) => ({
      message: `a class cannot be called "${name}"`,
      expected: 'a name that is no word of a distribution: "service" can be given by class',
      path,
      at: 'key',
    }));
}

/** Where services are given by class, each class has one. */
function servedClasses({ path, written }: Part<WrittenStation>, draft: Draft): Complaint[] {
  const { service } = written;
  if (service === undefined || typeof service.distribution === 'string') return [];
  const names = classesOf(draft).map(({ name }) => name);
  if (names.length === 0) return [];
  const at = [...path, 'service'];
  const missing = names
    .filter(name => !Object.hasOwn(service, name))
    .map(name => ({ message: `the class "${name}" has no service here`, path: at }));
  const strangers = Object.keys(service)
    .filter(name => !names.includes(name))
    .map(name => ({
      message: `there is no class "${name}"`,
      expected: names.join(', '),
      suggestion: nearest(name, names),
      path: [...at, name],
      at: 'key' as const,
    }));
  return [...missing, ...strangers];
}

function room({ path, written }: Part<WrittenStation>): Complaint[] {
  const { capacity, servers } = written;
  if (!('capacity' in written)) {
    if (!('whenFull' in written)) return [];
    const message = 'a station without a capacity is never full';
    return [{ message, expected: 'a capacity beside it', path: [...path, 'whenFull'], at: 'key' }];
  }
  const at = [...path, 'capacity'];
  if (servers === 'infinite') {
    const message = 'a station where everyone is served at once has no capacity';
    return [{ message, expected: `servers: ${capacity ?? 'as many as the capacity'}`, path: at, at: 'key' }];
  }
  if (capacity === undefined || servers === undefined || capacity >= servers) return [];
  const message = `a capacity of ${capacity} is less than the ${servers} servers`;
  return [{ message, expected: 'the customers in service counted in', path: at }];
}

/** Where customers are to come back, it is said when. */
function comingBack(draft: Draft): Complaint[] {
  const station = stationsOf(draft).find(({ written }) => written.whenFull === 'retry');
  if (station === undefined) return [];
  return classesOf(draft)
    .filter(({ written }) => !('retry' in written))
    .map(({ name }) => ({
      message: `customers of class "${name}" do not say when they come back`,
      expected: 'retry: { delay: ..., maxAttempts: ... } for them',
      path: [...station.path, 'whenFull'],
    }));
}

/** The classes and stations by whose measures the simulation is to stop. */
function partsToStopOn(draft: Draft): Complaint[] {
  const names = {
    class: classesOf(draft).map(({ name }) => name),
    station: stationsOf(draft).map(({ name }) => name),
  };
  return (draft.run?.stopOn ?? []).flatMap((text, i) => {
    const { part } = partMeasure(text ?? '');
    if (part === undefined || names[part.kind].includes(part.name)) return [];
    const known = names[part.kind];
    return [
      {
        message: `there is no ${part.kind} "${part.name}"`,
        expected: alternatives(known),
        suggestion: nearest(part.name, known),
        path: ['run', 'stopOn', i],
      },
    ];
  });
}

function lengthOfRun({ run }: Draft): Complaint[] {
  if (run === undefined) return [];
  if (!('duration' in run)) {
    if (!('replications' in run)) return [];
    const message = 'the long run is simulated in a fixed number of replications';
    return [{ message, expected: 'a duration beside it', path: ['run', 'replications'], at: 'key' }];
  }
  if (!('warmUp' in run)) return [];
  const message = 'a run of a given duration is told from its start';
  return [{ message, expected: 'no warmUp', path: ['run', 'warmUp'], at: 'key' }];
}
