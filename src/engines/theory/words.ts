import { isFork, isStrategy, nextPlaces, rowsOf } from '../../scenario/routes/next-places.js';
import type {
  Branch,
  ClosedClass,
  Fork,
  OpenClass,
  RunSpec,
  Scenario,
  Station,
  Strategy,
} from '../../scenario/type.js';

type KeysOf<T> = T extends unknown ? keyof T & string : never;

/** What is looked at as a whole; the keys of any other mapping are words of their own. */
type Whole =
  | string
  | number
  | boolean
  | readonly unknown[]
  | { readonly distribution: string }
  | { readonly process: string }
  | Readonly<Record<string, unknown>>;

/** `servers`, `breakdowns.upTime`: the keys of T, and those of the mappings within it. */
type Dotted<T> = T extends unknown
  ? {
      [K in keyof T & string]-?: NonNullable<T[K]> extends Whole ? K : `${K}.${KeysOf<NonNullable<T[K]>>}`;
    }[keyof T & string]
  : never;

/** Everything that a scenario can say. */
export type Word =
  | `class.${Dotted<OpenClass> | Dotted<ClosedClass>}`
  | `station.${Dotted<Station>}`
  | `run.${KeysOf<RunSpec>}`
  | `scenario.${KeysOf<Scenario>}`
  | `branch.${KeysOf<Branch>}`
  | `strategy.${KeysOf<Strategy>}`
  | `fork.${KeysOf<Fork>}`;

/** Says nothing by itself that a formula could miss: every formula looks at it, or none has to. */
const plain = undefined;
const clients = 'customers do not arrive: there are clients, who wait for their answers';
const retry = 'customers that are turned away try again';
const backoff = 'customers stay away the longer the oftener they were turned away';
const failing = 'work can fail and is tried again';
const breakdowns = 'servers break down';
const schedule = 'servers come and go by a schedule';
const autoscaling = 'servers are asked for and given back by an autoscaler';
const speeds = 'servers have speeds of their own';
const setUp = 'servers that were idle have to be set up';
const vacation = 'servers without work go away for a while';
const batches = 'servers serve several customers together';
const chosen = 'the next place is chosen, not left to chance';
const forked = 'customers fork into parts';

/**
 * What each word means to a formula that does not know it. Whoever gives the scenario a new word says here what
 * it is, or the compiler complains: no formula ever answers for a scenario of which it has not read everything.
 */
const meanings: Readonly<Record<Word, string | undefined>> = {
  'scenario.name': plain,
  'scenario.description': plain,
  'scenario.classes': plain,
  'scenario.stations': plain,
  'scenario.routes': plain,
  'scenario.run': plain,
  'scenario.live': plain,
  'scenario.thresholds': plain,
  'scenario.cost': plain,
  'run.seed': plain,
  'run.confidence': plain,
  'run.precision': plain,
  'run.stopOn': plain,
  'run.warmUp': plain,
  'run.maxCustomers': plain,
  'run.replications': plain,
  'run.states': plain,
  'run.duration': 'a run of a given duration is asked for, and the formulas are of the long run',
  'class.arrivals': plain,
  'class.priority': plain,
  'class.due': plain,
  'class.weight': plain,
  'class.clients': clients,
  'class.think': clients,
  'class.patience': 'customers give up waiting',
  'class.retry.delay': retry,
  'class.retry.maxAttempts': retry,
  'class.retry.multiplier': backoff,
  'class.retry.cap': backoff,
  'class.retry.jitter': backoff,
  'class.timeout': 'clients give up requests that are still served',
  'station.servers': plain,
  'station.service': plain,
  'station.discipline.discipline': plain,
  'station.discipline.limit': plain,
  'station.discipline.visits': plain,
  'station.discipline.switchOver': plain,
  'station.capacity': plain,
  'station.whenFull': 'a customer that finds the station full is not lost',
  'station.breakdowns.upTime': breakdowns,
  'station.breakdowns.repairTime': breakdowns,
  'station.breakdowns.while': 'servers break down only while they serve',
  'station.schedule.changes': schedule,
  'station.schedule.period': schedule,
  'station.autoscaling.signal': autoscaling,
  'station.autoscaling.target': autoscaling,
  'station.autoscaling.targetType': autoscaling,
  'station.autoscaling.every': autoscaling,
  'station.autoscaling.startUp': autoscaling,
  'station.autoscaling.coolDown': autoscaling,
  'station.autoscaling.stabilisation': autoscaling,
  'station.autoscaling.tolerance': autoscaling,
  'station.autoscaling.min': autoscaling,
  'station.autoscaling.max': autoscaling,
  'station.speeds.of': speeds,
  'station.speeds.choose': speeds,
  'station.loadDependence': 'the speed of service depends on the number of customers',
  'station.whenIdle.setUp': setUp,
  'station.whenIdle.delayOff': setUp,
  'station.whenIdle.startAt': 'servers without work wait until several customers are there',
  'station.whenIdle.vacation': vacation,
  'station.whenIdle.vacations': vacation,
  'station.batchService.size': batches,
  'station.batchService.minimum': batches,
  'station.batchService.latecomers': batches,
  'station.discipline.interrupted': 'interrupted services begin anew',
  'station.failing': failing,
  'station.poison': failing,
  'station.maxDeliveries': failing,
  'station.redelivery.delay': failing,
  'station.redelivery.multiplier': failing,
  'station.redelivery.cap': failing,
  'station.redelivery.jitter': failing,
  'station.lease': 'work that outlasts its lease is delivered again',
  'station.baulking': 'customers baulk when they see how many are there',
  'station.backlog': 'customers are there at the start',
  'branch.to': plain,
  'branch.share': plain,
  'branch.as': 'customers change their class on the way',
  'strategy.strategy': chosen,
  'strategy.to': chosen,
  'strategy.weights': chosen,
  'strategy.d': chosen,
  'fork.fork': forked,
  'fork.quorum': forked,
  'fork.rest': forked,
  'fork.next': forked,
};

export const meaningOf = (word: Word): string => meanings[word] ?? 'it says more than the formula knows';

/** The words of the class, of the station and of all else in which a scenario says more than the plain. */
export function wordsOf({ classes, stations, routes, run, ...more }: Scenario): readonly Word[] {
  const rows = Object.values(routes).flatMap(rowsOf);
  return [
    ...spoken('scenario', more),
    ...spoken('run', run),
    ...Object.values(classes).flatMap(wordsOfClass),
    ...Object.values(stations).flatMap(wordsOfStation),
    ...rows.flatMap(row =>
      isStrategy(row)
        ? spoken('strategy', row)
        : isFork(row)
          ? spoken('fork', row)
          : nextPlaces(row).flatMap(branch => spoken('branch', branch)),
    ),
  ];
}

export const wordsOfClass = (customers: OpenClass | ClosedClass): readonly Word[] =>
  spoken('class', customers);

/** Without a limit nobody finds the station full; and to be lost is what happens if nothing is said. */
export function wordsOfStation(station: Station): readonly Word[] {
  const { whenFull, ...others } = station;
  const full = station.capacity !== undefined && whenFull !== undefined && whenFull !== 'drop';
  return spoken('station', full ? station : others);
}

/** A word that is not known to mean nothing counts. */
function spoken(part: string, mapping: object): Word[] {
  return Object.entries(mapping).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const whole = `${part}.${key}` as Word;
    const words =
      whole in meanings || !isMapping(value)
        ? [whole]
        : Object.keys(value).map(inner => `${whole}.${inner}` as Word);
    return words.filter(word => !(word in meanings) || meanings[word]);
  });
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !['distribution', 'process'].some(name => name in value);
