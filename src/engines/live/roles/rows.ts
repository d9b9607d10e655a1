/** Columns of numbers by their names. */
export type Columns<Name extends string> = Readonly<Record<Name, Float64Array>>;

/** Room for the rows of about one report. */
const firstRoom = 256;

/** Rows of numbers that the parent has not been told of yet, kept as numbers alone: nothing for the garbage collector. */
export class Rows<Name extends string> {
  private readonly names: readonly Name[];
  private columns: Float64Array[];
  private count = 0;

  constructor(names: readonly Name[]) {
    this.names = names;
    this.columns = names.map(() => new Float64Array(firstRoom));
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  add(row: Readonly<Record<Name, number>>): void {
    const { names, count } = this;
    if (count === this.columns[0].length) this.columns = this.columns.map(twiceAsLong);
    for (let i = 0; i < names.length; i++) this.columns[i][count] = row[names[i]];
    this.count++;
  }

  /** What was added since the last call, as columns. */
  take(): Columns<Name> {
    const { count } = this;
    this.count = 0;
    const columns = this.names.map((name, i) => [name, this.columns[i].slice(0, count)]);
    return Object.fromEntries(columns) as Columns<Name>;
  }
}

function twiceAsLong(column: Float64Array): Float64Array {
  const longer = new Float64Array(2 * column.length);
  longer.set(column);
  return longer;
}
