/** What `sojourn report` was told. */
export interface ReportArguments {
  readonly study: string;
  readonly out?: string;
  readonly formats?: string;
  readonly density: number;
}
