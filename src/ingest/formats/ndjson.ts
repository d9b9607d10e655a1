import { IngestError } from '../problem.js';
import { columnsIn } from '../rows/columns.js';
import { asObject } from '../rows/json.js';
import { eachNumbered } from '../rows/lines-of.js';
import { RowReader } from '../rows/row-reader.js';
import type { Format } from './format.js';

/** An object a line, one for each customer. */
export const ndjson: Format = {
  name: 'ndjson',
  about: 'a log with a JSON object a line, one for each customer',
  shows: 'a JSON object on the first line',
  recognises: ({ lines }) => asObject(lines[0] ?? '') !== undefined,
  uses: ['columns'],
  open: (file, { columns: mapped }) => {
    let reader: RowReader<string> | undefined;
    return {
      rows: {
        from: () => reader?.told() ?? '',
        each: use => {
          eachNumbered(file, (text, line) => {
            const row = asObject(text);
            if (row === undefined) {
              if (reader === undefined) throw new IngestError(`${file}:${line}: this is no JSON object`);
              return use({ line, problem: 'this is no JSON object' });
            }
            reader ??= new RowReader(columnsIn(Object.keys(row), mapped, `${file}:${line}`), name => name);
            use(reader.read(name => row[name], line));
          });
          if (reader === undefined) throw new IngestError(`${file} is empty; expected a JSON object a line`);
        },
      },
    };
  },
};
