/** What `sojourn check` was told. */
export interface CheckArguments {
  readonly scenario: string[];
  readonly set: string[];
  readonly json: boolean;
}
