import type { RedisArguments } from '../redis-url.js';

/** What `sojourn run` was told. */
export interface RunArguments extends RedisArguments {
  readonly scenario: string[];
  readonly engines?: string;
  readonly broker?: string;
  readonly out: string;
  readonly report: boolean;
  /** Write every message of a live run beside the reports. */
  readonly messages: boolean;
  /** Write the times of a live run second by second beside the reports, as a log of HdrHistogram. */
  readonly hlog: boolean;
  /** Such a file, whose messages are to be sent again. */
  readonly replay?: string;
  /** Where Prometheus finds the metrics of a live run, on loopback. */
  readonly prometheusPort?: number;
  readonly seed?: string;
  readonly precision?: string;
  readonly set: string[];
  readonly threshold: string[];
  readonly junit?: string;
  readonly markdown?: string;
  readonly workers: number;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}
