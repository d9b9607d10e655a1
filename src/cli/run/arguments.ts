/** What `sojourn run` was told. */
export interface RunArguments {
  readonly scenario: string[];
  readonly engines?: string;
  readonly broker?: string;
  readonly redisUrl?: string;
  readonly out: string;
  readonly report: boolean;
  readonly seed?: string;
  readonly precision?: string;
  readonly set: string[];
  readonly workers: number;
  readonly json: boolean;
}
