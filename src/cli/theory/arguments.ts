export interface TheoryArguments {
  readonly model: string;
  readonly arrivals?: string;
  readonly service?: string;
  readonly scv?: string;
  readonly arrivalScv?: string;
  readonly batch?: string;
  readonly meanBatch?: string;
  readonly patience?: string;
  readonly patienceScv?: string;
  readonly think?: string;
  readonly precision?: string;
  readonly json: boolean;
}
