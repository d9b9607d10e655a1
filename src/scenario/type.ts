import type { ArrivalSpec } from '../arrivals/contract.js';
import type { DistributionSpec } from '../distributions/contract.js';
import type { DeliverySpec, RetrySpec } from './attempts/spec.js';
import type { ServerSide } from './server-side/type.js';

export type { ArrivalSpec } from '../arrivals/contract.js';
export type { DistributionSpec } from '../distributions/contract.js';
export type { BackoffSpec, RetrySpec } from './attempts/spec.js';

/** Plain frozen data in SI units: printable, diffable, stored in every result. */
export interface Scenario {
  readonly name: string;
  readonly description?: string;
  readonly classes: Readonly<Record<string, CustomerClass>>;
  readonly stations: Readonly<Record<string, Station>>;
  readonly routes: Routes;
  readonly run: RunSpec;
  /** Present when the scenario asks for a run on a real queue. */
  readonly live?: LiveSpec;
  readonly thresholds?: readonly Threshold[];
  readonly cost?: CostSpec;
}

export type CustomerClass = OpenClass | ClosedClass;

/** Customers who come from outside and leave. */
export interface OpenClass extends ClassTraits {
  readonly arrivals: ArrivalSpec;
  readonly clients?: undefined;
}

/** A number of clients, each of whom thinks, sends a customer through the network, and thinks again. */
export interface ClosedClass extends ClassTraits {
  readonly clients: number;
  /** How long a client thinks. Absent: not at all. */
  readonly think?: DistributionSpec;
  readonly arrivals?: undefined;
}

interface ClassTraits {
  /** Higher goes first. Absent: 0. */
  readonly priority?: number;
  /** Seconds after it entered the system at which a customer ought to be served. Absent: no hurry at all. */
  readonly due?: number;
  /** Share of the speed beside those of other classes. Absent: 1. */
  readonly weight?: number;
  /** How long a customer waits before it gives up. */
  readonly patience?: DistributionSpec;
  /** Seconds after which it gives a request up, which is still served. */
  readonly timeout?: number;
  /** How it comes again that found no room, gave up waiting or gave its request up. */
  readonly retry?: RetrySpec;
}

export interface Station extends DeliverySpec, ServerSide {
  /** A positive whole number, or 'infinite' (every customer is served at once); where it changes, that at first. */
  readonly servers: number | 'infinite';
  /** One law for all classes, or one by class name. */
  readonly service: DistributionSpec | Readonly<Record<string, DistributionSpec>>;
  readonly discipline: DisciplineSpec;
  /** Most customers in the station, those in service included (K in Kendall's notation). Absent: no limit. */
  readonly capacity?: number;
  /** What happens to a customer that finds the station full. Absent: 'drop'. */
  readonly whenFull?: 'drop' | 'block' | 'retry';
  readonly breakdowns?: BreakdownSpec;
  /** Who comes in, by the number of customers found. Absent: everyone. */
  readonly baulking?: BaulkingSpec;
  /** Customers who are there at the start; by class name where there are several. */
  readonly backlog?: CountsByClass;
}

/** One in n + 1 of those who find n; nobody from a number on; or the probability by number, the last for all more. */
export type BaulkingSpec =
  | 'discouraged'
  | { readonly from: number }
  | { readonly joining: readonly number[] };

export type CountsByClass = number | Readonly<Record<string, number>>;

export interface DisciplineSpec {
  readonly discipline: string;
  /** limited-ps: most customers who share the servers. */
  readonly limit?: number;
  /** polling: whom a visit serves, those there when it begins or all until the line is empty. */
  readonly visits?: 'gated' | 'exhaustive';
  /** Disciplines that interrupt: what of the service is done anew. Absent: nothing, it goes on where it stopped. */
  readonly interrupted?: 'restart' | 'resample';
  /** polling: how long the server takes from one line to the next. Absent: no time. */
  readonly switchOver?: DistributionSpec;
}

export interface BreakdownSpec {
  readonly upTime: DistributionSpec;
  readonly repairTime: DistributionSpec;
  /** When the up time passes: always, or only while the server serves. Absent: 'always'. */
  readonly while?: 'always' | 'serving';
}

/** Where customers go, by the station that they come from; 'arrive' stands for outside. */
export type Routes = Readonly<Record<string, Route>>;

/** Of all customers, or by the name of their class. */
export type Route = Onward | { readonly byClass: Readonly<Record<string, Onward>> };
export type Onward = Shares | Branches | Strategy | Fork;

/** A part of the customer goes to each of the stations; the customer goes on when enough of them are done. */
export interface Fork {
  readonly fork: readonly string[];
  /** Parts that must be done. */
  readonly quorum: number;
  /** What becomes of the other parts then. */
  readonly rest: 'finish' | 'cancel';
  /** Where the customer goes then. */
  readonly next: string;
}

/** Probabilities by station ('leave': out of the network); they sum to 1. */
export type Shares = Readonly<Record<string, number>>;

/** The same where some change their class on the way. */
export interface Branches {
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly to: string;
  readonly share: number;
  /** The class that the customer belongs to from here on. Absent: the same. */
  readonly as?: string;
}

/** A choice between places that does not fall by chance alone, by its name in `routes/strategies.ts`. */
export interface Strategy {
  readonly strategy: string;
  readonly to: readonly string[];
  /** By place in `to`, where the strategy weighs them. */
  readonly weights?: readonly number[];
  /** Places that are looked at. */
  readonly d?: number;
}

export interface RunSpec {
  readonly seed: number;
  /** Level of every interval, e.g. 0.95. */
  readonly confidence: number;
  /** Target relative half-width of the measures in `stopOn`, at most 0.1. */
  readonly precision: number;
  /** Measures that must reach the precision before the simulation stops. */
  readonly stopOn: readonly string[];
  /** 'auto' deletes the first eighth of every replication; a number deletes that many seconds. */
  readonly warmUp: 'auto' | number;
  /** Budget over all replications. */
  readonly maxCustomers: number;
  /** Seconds: what happens in that time from the start is asked for, not the long run. */
  readonly duration?: number;
  /** Of the runs of that duration; absent: as many as the precision needs. */
  readonly replications?: number;
  /** The probabilities of 0 to so many customers in the system are asked for. */
  readonly states?: number;
}

/**
 * 'virtual': a service ends at max(previous virtual end, intended arrival) + S; 'natural': at receipt + S; 'cpu': when the
 * work is done that takes an idle processor S, from receipt on.
 */
export type ServiceKind = 'virtual' | 'natural' | 'cpu';

export interface LiveSpec {
  readonly broker: string;
  /** Length of the run: by count or by time; never both. */
  readonly messages?: number;
  readonly duration?: number;
  /** How a consumer spends the time of a service. */
  readonly service: ServiceKind;
  /** Bytes of each message beyond the harness's own header: all alike, or a law of sizes in bytes. */
  readonly payloadBytes: number | DistributionSpec;
  /** Processes that share the schedule. Absent: 1. */
  readonly producers?: number;
  /** Messages that may be with a consumer, the one in service included. Absent: 1. */
  readonly credit?: number;
  /** Messages that a consumer fetches ahead of the one that it serves. Absent: none. */
  readonly prefetch?: number;
  /** Messages that a consumer acknowledges together. Absent: each by itself. */
  readonly acknowledgeEvery?: number;
  /** Seconds that the first of them waits for the others at most. Absent: a tenth. */
  readonly acknowledgeWithin?: number;
  /** Messages that a socket holds for each consumer before the sender has to wait. Absent: 1000. */
  readonly highWaterMark?: number;
  /** Messages that a consumer takes at once, if so many wait. Absent: 10. */
  readonly batch?: number;
  /** Seconds of silence after which a consumer counts as dead and its messages go to others. Absent: 1. */
  readonly lease?: number;
  /** Deliveries of a message after which it goes to the dead letters instead. Absent: 5. */
  readonly maxDeliveries?: number;
  /** What a Redis server of our own keeps on disk. Absent: nothing. */
  readonly persistence?: 'none' | 'rdb' | 'aof-everysec' | 'aof-always';
  /** Whether a replica of our own server takes over when it dies. Absent: alone. */
  readonly availability?: 'alone' | 'sentinel';
  /** How the messages of ZeroMQ travel. Absent: in plain. */
  readonly encryption?: 'none' | 'curve';
  /** What goes wrong, and when. */
  readonly faults?: readonly FaultSpec[];
  /** Probability that the work on a message fails, each time. Absent: 0. */
  readonly failing?: number;
  /** Share of the messages on which the work always fails. Absent: 0. */
  readonly poison?: number;
}

export interface FaultSpec {
  readonly fault: 'kill' | 'pause' | 'slow' | 'cut' | 'restart';
  /** Seconds from the start of the run. */
  readonly at: number;
  /** From 1. Absent: of a restart; of a cut that is meant for the sender. */
  readonly consumer?: number;
  /** All but kill: seconds until it is over. Absent: 1. */
  readonly for?: number;
  /** slow: so many times the service. Absent: 3. */
  readonly factor?: number;
}

export const usualFaultLength = 1;
export const usualSlowness = 3;

export interface Threshold {
  /** As written. */
  readonly text: string;
  readonly measure: string;
  readonly comparison: '<' | '<=' | '>' | '>=';
  /** SI. */
  readonly limit: number;
}

export interface CostSpec {
  readonly perServerHour: number;
  readonly currency: string;
}

/** The names that short forms expand to. */
export const defaultClass = 'customers';
export const defaultStation = 'queue';
