import type { Distribution } from '../../../distributions/index.js';
import type { DepthSamples, Observations } from '../../../measurement/observation.js';
import type { CheckUnit, Ledger } from '../../../result/result.js';
import type { Topology } from '../../../result/topology.js';
import type { HostReadings } from './host-meter.js';

/** The laws that a scenario asks of independent times; absent where a file says each time, or they are not independent. */
export interface AskedLaws {
  readonly interarrival?: Distribution;
  readonly service?: Distribution;
}

/** A run that came to its end, as its checks see it. */
export interface CheckedRun {
  /** Of the messages for which there was room. */
  readonly observations: Observations;
  /** Which of several senders sent each message. Absent: one. */
  readonly sender?: Uint8Array;
  /** When each message was sent, those that were turned away and no backlog, in order. Seconds. */
  readonly sends: Float64Array;
  readonly consumers: number;
  readonly topology: Topology;
  readonly ledger: Ledger;
  readonly host: HostReadings;
  /** Whether it went before all programs that have no real-time priority. */
  readonly realTime: boolean;
  readonly depth?: DepthSamples;
  /** Whether consumers acknowledge several messages together. */
  readonly acknowledgedTogether?: boolean;
  readonly asked: AskedLaws;
  /** Where services keep a processor busy: how many times as long they were as asked. The services are those then. */
  readonly stretch?: number;
}

/** One figure of a run and the limit that its size must not exceed. */
export interface Reading {
  /** What reports call it. */
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: CheckUnit;
  /** In words, where more is to be said than the figure. */
  readonly inWords?: string;
}

/** One thing that a run must show before its numbers count: one file, one line in the registry. */
export interface RunCheck {
  /** What it looks for. */
  readonly about: string;
  /** What to change when it fails. */
  readonly advice: string;
  /** Whether it fails less often at real-time priority. */
  readonly priorityHelps?: true;
  /**
   * How often the draws of a sound run fail it by chance, at most; 0 where it compares what was done with the very draws, or
   * looks at the machine.
   */
  readonly falseAlarms: number;
  /** None where it cannot be told. */
  readonly readings: (run: CheckedRun) => readonly Reading[];
}
