/** What `sojourn selftest` is told. */
export interface SelftestArguments {
  readonly seed: number;
  readonly customers: string;
  readonly workers: number;
  readonly json: boolean;
}
