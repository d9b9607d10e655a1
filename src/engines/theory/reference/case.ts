/** A value known from elsewhere, in any one consistent unit of time. */
export interface ReferenceCase {
  readonly id: string;
  readonly model: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, number | readonly number[]>>;
  /** False where the expected values are themselves approximations. */
  readonly exact?: boolean;
  /** |x - expected| <= abs + rel |expected|. */
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

/** What theory says of a case, by the names of its metrics. */
export type Metrics = Readonly<Record<string, number | readonly number[] | undefined>>;

/** Works out the metrics of one kind of case; `asked` are the names of those that are expected. */
export type Kind = (params: Parameters, asked: readonly string[]) => Metrics;

/** Reads the parameters of a case, with a clear message where one is missing or no such thing. */
export class Parameters {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** A number; 'inf' is Infinity. */
  number(name: string, absent?: number): number {
    const value = this.values[name];
    return value === undefined && absent !== undefined ? absent : numberFrom(value, name);
  }

  numbers(name: string): readonly number[] {
    return listFrom(this.values[name], name).map(value => numberFrom(value, name));
  }

  rows(name: string): readonly (readonly number[])[] {
    return listFrom(this.values[name], name).map(row =>
      listFrom(row, name).map(value => numberFrom(value, name)),
    );
  }

  list(name: string): readonly unknown[] {
    return listFrom(this.values[name], name);
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== 'string')
      throw new TypeError(`parameter ${name}: expected text, got ${shown(value)}`);
    return value;
  }
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

function numberFrom(value: unknown, name: string): number {
  if (value === 'inf') return Number.POSITIVE_INFINITY;
  if (typeof value === 'number') return value;
  throw new TypeError(`parameter ${name}: expected a number, got ${shown(value)}`);
}

function listFrom(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`parameter ${name}: expected a list, got ${shown(value)}`);
}
