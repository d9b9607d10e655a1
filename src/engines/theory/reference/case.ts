import { ParameterError } from '../../../distributions/contract.js';

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

/**
 * Reads the parameters of a case. Where a quantity has several names the first that is there counts.
 * @throws ParameterError, naming the parameter, where one is missing or no such thing
 */
export class Parameters {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }

  has(...names: readonly string[]): boolean {
    return names.some(name => this.values[name] !== undefined);
  }

  /** The first of these names that is there, else the first of all. */
  nameOf(names: readonly string[]): string {
    return names.find(name => this.has(name)) ?? names[0];
  }

  value(...names: readonly string[]): unknown {
    return this.values[this.nameOf(names)];
  }

  /** A number; 'inf' is Infinity. */
  number(names: string | readonly string[], absent?: number): number {
    const name = this.nameOf([names].flat());
    const value = this.values[name];
    return value === undefined && absent !== undefined ? absent : numberFrom(value, name);
  }

  /** A list of numbers; a number alone is a list of one. */
  numbers(...names: readonly string[]): readonly number[] {
    const name = this.nameOf(names);
    const value = this.values[name];
    return listFrom(typeof value === 'number' ? [value] : value, name).map(item => numberFrom(item, name));
  }

  /** Lists of numbers; one list alone is the only row. */
  rows(...names: readonly string[]): readonly (readonly number[])[] {
    const name = this.nameOf(names);
    const rows = listFrom(this.values[name], name);
    const all = rows.length > 0 && rows.every(row => typeof row === 'number') ? [rows] : rows;
    return all.map(row => listFrom(row, name).map(value => numberFrom(value, name)));
  }

  list(...names: readonly string[]): readonly unknown[] {
    const name = this.nameOf(names);
    return listFrom(this.values[name], name);
  }
}

function numberFrom(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^\+?inf(inity)?$/i.test(value)) return Number.POSITIVE_INFINITY;
  throw new ParameterError(name, shown(value), 'a number');
}

function listFrom(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ParameterError(name, shown(value), 'a list');
}

export const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
