/** What `sojourn bench` was told. */
export interface BenchArguments {
  readonly scenario?: string;
  readonly broker?: string;
  readonly redisUrl?: string;
  readonly consumers: string;
  readonly payload: string;
  readonly inFlight: string;
  readonly seconds: string;
  readonly set: string[];
  readonly seed?: string;
  readonly json: boolean;
}
