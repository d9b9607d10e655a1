export interface ModelsArguments {
  readonly name?: string;
  readonly json: boolean;
}
