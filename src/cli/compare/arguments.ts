/** What `sojourn compare` was told. */
export interface CompareArguments {
  readonly first: string;
  readonly second?: string;
  readonly set: string[];
  readonly seed?: string;
  readonly precision?: string;
  readonly workers: number;
  readonly json: boolean;
}
