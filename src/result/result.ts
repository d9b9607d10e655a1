import type { Scenario } from '../scenario/type.js';
import type { EngineName, Estimate, Quantile } from './estimate.js';
import type { LiveRecord, ObservedLaws, TimeBlocks } from './live-record.js';
import type { MeasureName } from './measure.js';

export type * from './estimate.js';
export type * from './live-record.js';

/** The share of the customers whose wait or sojourn is at most `time` seconds. */
export type Share = Estimate & { readonly of: 'wait' | 'sojourn'; readonly time: number };

/** The share of the time in which so many customers are in the system. */
export type StateProbability = Estimate & { readonly number: number };

/** P(time > t) at increasing t in seconds: what a tail chart draws. */
export interface Tail {
  readonly time: readonly number[];
  readonly probability: readonly number[];
  /** Only a simulation: the interval of the probability at some of the times. */
  readonly band?: Band;
}

export interface Band {
  readonly time: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface TimeSeries {
  readonly name:
    | 'numberInSystem'
    | 'numberInQueue'
    | 'arrivalRate'
    | 'attemptRate'
    | 'throughput'
    | 'meanWait'
    | 'meanSojourn'
    | 'servers'
    | 'serversAsked'
    | 'serversBusy'
    /** That the arrivals would keep busy. */
    | 'serversNeeded';
  /** Of one station; absent: of the whole system. */
  readonly station?: string;
  /** How it was got, e.g. 'sampled at the broker'. */
  readonly about: string;
  /** Seconds from the start of the run. */
  readonly time: readonly number[];
  readonly value: readonly number[];
  /** The interval of each value, where it is a mean over runs. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

export interface Warning {
  /** Stable, for scripts: lower case, words joined by '-'. */
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** What is known of one station, or of one class of customers. */
export interface PartResult {
  readonly measures: Readonly<Partial<Record<MeasureName, Estimate>>>;
  readonly waitQuantiles: readonly Quantile[];
  readonly sojournQuantiles: readonly Quantile[];
  /** Only those that were asked for. */
  readonly within?: readonly Share[];
}

/** A station, and where it has customers of several classes, each of these there. */
export interface StationResult extends PartResult {
  /** By name: visits of the class to this station. */
  readonly classes?: Readonly<Record<string, PartResult>>;
}

/** The one shape in which every engine answers. */
export interface Result {
  readonly schema: 1;
  readonly engine: EngineName;
  /** Theory: the model chosen, in Kendall's notation. Others: how the answer was made, in a few words. */
  readonly model?: string;
  /** Theory: what the model takes for granted. */
  readonly assumptions?: readonly string[];
  readonly scenario: Scenario;
  readonly measures: Readonly<Partial<Record<MeasureName, Estimate>>>;
  readonly waitQuantiles: readonly Quantile[];
  readonly sojournQuantiles: readonly Quantile[];
  /** By name, where a scenario has more than one station, or one that customers visit again. */
  readonly stations?: Readonly<Record<string, StationResult>>;
  /** By name, where a scenario has more than one class: whole journeys through the system. */
  readonly classes?: Readonly<Record<string, PartResult>>;
  readonly tails?: { readonly wait?: Tail; readonly sojourn?: Tail };
  /** Only those that were asked for. */
  readonly within?: readonly Share[];
  /** Of the times of single customers, in square seconds. Only where they were asked for. */
  readonly variances?: { readonly wait?: Estimate; readonly sojourn?: Estimate };
  /** From 0 customers in the system up. Only where they were asked for. */
  readonly states?: readonly StateProbability[];
  readonly series?: readonly TimeSeries[];
  /** How many customers the answer rests on, warm-up excluded. */
  readonly customers?: number;
  /** Only the simulation: what was planned, dropped and reached. */
  readonly simulation?: SimulationRecord;
  /** Only a run on a real queue. */
  readonly live?: LiveRecord;
  /** Only a run on a real queue of enough messages. */
  readonly laws?: ObservedLaws;
  /** Only a run on a real queue of enough messages: its times in blocks, for tests against another run. */
  readonly blocks?: { readonly wait: TimeBlocks; readonly sojourn: TimeBlocks };
  readonly warnings: readonly Warning[];
}

/** How well a simulation obeyed Little's law, station by station, over the time in which it was watched. */
export interface LittlesLaw {
  /** Numbers counted event by event that were compared with the times of customers: of stations and of lines. */
  readonly compared: number;
  /** The largest relative difference: rounding, or there would be no result. */
  readonly worst: number;
}

export interface SimulationRecord {
  readonly seed: number;
  readonly algorithm: 'recursion' | 'events';
  readonly replications: number;
  /** Seconds that each of them lasted, where that was given. */
  readonly duration?: number;
  /** Customers the plan foresaw for the asked precision. */
  readonly plannedCustomers?: number;
  readonly customers: number;
  readonly droppedCustomers: number;
  readonly precision: number;
  readonly reached: boolean;
  /** Absent in studies of older versions. */
  readonly littlesLaw?: LittlesLaw;
  /** Measures that missed the precision: 'p99Wait (got 7.3 %)'. */
  readonly notReached: readonly string[];
  /** Measures that the specification forbids to estimate, and why. */
  readonly cannotBeEstimated: readonly string[];
}
