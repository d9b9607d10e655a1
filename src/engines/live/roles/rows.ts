/** Columns of numbers by their names. */
export type Columns<Name extends string> = Readonly<Record<Name, Float64Array>>;

/** Rows of numbers that the parent has not been told of yet. */
export class Rows<Name extends string> {
  private readonly names: readonly Name[];
  private rows: Readonly<Record<Name, number>>[] = [];

  constructor(names: readonly Name[]) {
    this.names = names;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(row: Readonly<Record<Name, number>>): void {
    this.rows.push(row);
  }

  /** What was added since the last call, as columns. */
  take(): Columns<Name> {
    const { rows } = this;
    this.rows = [];
    const columns = this.names.map(name => [name, Float64Array.from(rows, row => row[name])]);
    return Object.fromEntries(columns) as Columns<Name>;
  }
}
