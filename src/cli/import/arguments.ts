/** What `sojourn import` was told. */
export interface ImportArguments {
  readonly data?: string;
  readonly format?: string;
  readonly map?: string;
  readonly metric?: string;
  readonly label: string[];
  readonly unit?: string;
  readonly earlier?: string;
  readonly between?: string;
  readonly arrivals?: string;
  readonly service?: string;
  readonly scv?: string;
  readonly servers?: string;
  readonly out?: string;
  readonly replay: boolean;
  readonly json: boolean;
}
