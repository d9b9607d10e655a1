/** What `sojourn sweep` was told. */
export interface SweepArguments {
  readonly scenario: string;
  readonly vary: string[];
  readonly set: string[];
  readonly seed?: string;
  readonly precision?: string;
  readonly out: string;
  readonly charts: 'png' | 'svg';
  readonly report: boolean;
  readonly workers: number;
  readonly csv: boolean;
  readonly json: boolean;
}
