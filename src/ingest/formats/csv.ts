import { cellsOf, separatorOf } from '../../traces/lines.js';
import { IngestError } from '../problem.js';
import { columnsIn } from '../rows/columns.js';
import { eachNumbered } from '../rows/lines-of.js';
import { RowReader } from '../rows/row-reader.js';
import type { Format } from './format.js';

/** A header and a row for each customer. */
export const csv: Format = {
  name: 'csv',
  about: 'a log with a header and a row for each customer, separated by commas, semicolons or tabs',
  shows: 'a first line with the names of columns',
  recognises: ({ lines }) => /^[^{[]*[,;\t]|^"?\w+"?$/.test(lines[0] ?? ''),
  uses: ['columns'],
  open: (file, { columns: mapped }) => {
    let reader: RowReader<number> | undefined;
    return {
      rows: {
        from: () => reader?.told() ?? '',
        each: use => {
          let names: readonly string[] | undefined;
          let separator = ',';
          eachNumbered(file, (text, line) => {
            if (names === undefined || reader === undefined) {
              separator = separatorOf(text);
              names = cellsOf(text, separator).map(name => name.trim());
              const header = names;
              reader = new RowReader(columnsIn(header, mapped, `${file}:${line}`), name =>
                header.indexOf(name),
              );
              return;
            }
            const cells = cellsOf(text, separator);
            if (cells.length === names.length) use(reader.read(place => cells[place], line));
            else {
              const many = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
              use({ line, problem: `${many}, where the header has ${names.length}` });
            }
          });
          if (names === undefined) throw new IngestError(`${file} is empty; expected a header and rows`);
        },
      },
    };
  },
};
