import type { BadRow } from '../../traces/trace.js';
import { countIn, durationIn, epochUnit, isDate, timeIn } from './cells.js';
import type { Columns, Role, Source } from './columns.js';
import type { Customer } from './customer.js';
import { secondsIn, type UnitName, unitInName } from './named-unit.js';

type Read = (cell: unknown, name: string, unit: number) => number | string;

const readers: Readonly<Record<Role, Read>> = {
  arrived: timeIn,
  started: timeIn,
  finished: timeIn,
  service: durationIn,
  count: countIn,
};

/** What a row may tell: of a customer, or of so many of them. */
export type Row = Customer & { readonly count?: number };

interface Field<Place> {
  readonly role: Role;
  readonly column: string;
  readonly place: Place;
  unit?: UnitName;
  /** Seconds, once the unit is known. */
  seconds?: number;
  /** Where the unit was found. */
  why?: string;
}

/** Reads customers by their columns. Units that nobody told are settled by the first row, and told. */
export class RowReader<Place> {
  private readonly fields: Field<Place>[];

  /** @param placeOf where a column of that name stands in a row */
  constructor(columns: Columns, placeOf: (name: string) => Place) {
    this.fields = (Object.keys(columns) as Role[]).flatMap(role => {
      const source: Source | undefined = columns[role];
      if (source === undefined) return [];
      const { column } = source;
      const named = unitInName(column);
      const unit = source.unit ?? named;
      return [
        {
          role,
          column,
          place: placeOf(column),
          ...(unit && { unit, seconds: secondsIn(unit), why: source.unit ? 'as told' : 'by its name' }),
        },
      ];
    });
  }

  read(cell: (place: Place) => unknown, line: number): Row | BadRow {
    const row: { line: number } & Partial<Record<Role, number>> = { line };
    for (const field of this.fields) {
      const { role, column, place } = field;
      const text = cell(place);
      const unit = field.seconds ?? settle(field, text);
      const value = readers[role](text, column, unit);
      if (typeof value === 'string') return { line, problem: value };
      row[role] = value;
    }
    return row;
  }

  /** `arrived from created_at (ms since 1970, by their size), started`. */
  told(): string {
    return this.fields
      .map(({ role, column, unit, why }) => {
        const from = role === column ? role : `${role} from ${column}`;
        return unit === undefined || why === undefined ? from : `${from} (${unit}, ${why})`;
      })
      .join(', ');
  }
}

/** What a field without a unit is counted in, by the first number that stands there. */
function settle(field: Field<unknown>, cell: unknown): number {
  const number = Number(cell);
  if (field.role === 'count' || cell === '' || cell === null || isDate(cell) || !Number.isFinite(number))
    return 1;
  field.unit = field.role === 'service' ? 's' : epochUnit(number);
  field.why = field.role === 'service' ? 'taken for granted' : 'by their size';
  field.seconds = secondsIn(field.unit);
  return field.seconds;
}
