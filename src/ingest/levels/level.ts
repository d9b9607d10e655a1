/** What was measured of a system at one number of clients. Seconds and per second. */
export interface Level {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** Clients, each of whom waits for an answer before the next request. */
  readonly clients: number;
  readonly servers: number;
  readonly throughput?: number;
  /** Wait and service together. */
  readonly response?: number;
  readonly wait?: number;
  readonly service?: number;
  /** What a client does between an answer and the next request. */
  readonly think?: number;
}
