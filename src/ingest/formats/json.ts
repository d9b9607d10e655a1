import { IngestError } from '../problem.js';
import { columnsIn } from '../rows/columns.js';
import { isObject, type JsonObject, listOf } from '../rows/json.js';
import { RowReader } from '../rows/row-reader.js';
import { wholeText } from '../rows/text.js';
import type { Format } from './format.js';

/** What an API answers: one list of objects, or an object that has one. */
export const json: Format = {
  name: 'json',
  about: 'one JSON document with a list of objects, one for each customer, as APIs answer (up to 256 MB)',
  shows: '[ or {, and objects in a list',
  recognises: ({ text }) => /^\s*(\[|\{)/.test(text),
  uses: ['columns'],
  open: (file, { columns: mapped }) => {
    const items = itemsIn(file);
    const names = Object.keys(items.find(isObject) ?? {});
    const reader = new RowReader(columnsIn(names, mapped, `${file}: in the list`), name => name);
    return {
      rows: {
        from: () => `${reader.told()}, in the order of the list`,
        each: use => {
          items.forEach((item, i) => {
            const place = `item ${i + 1} of the list`;
            const row = isObject(item)
              ? reader.read(name => item[name], i + 1)
              : { line: i + 1, problem: 'no object' };
            use('problem' in row ? { ...row, problem: `${place}: ${row.problem}` } : row);
          });
        },
      },
    };
  },
};

/** The list itself, or the only one that the document has. */
function itemsIn(file: string): readonly unknown[] {
  const text = wholeText(file, 'one JSON document; as NDJSON, an object a line, there is no limit');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const [, at] = /position (\d+)/.exec(String(error)) ?? [];
    // Without a position it is the end that is missing.
    const line = text
      .slice(0, at === undefined ? undefined : Number(at))
      .trimEnd()
      .split('\n').length;
    throw new IngestError(`${file}:${line}: this is no JSON; expected one document with a list of objects`);
  }
  const lists = Array.isArray(document)
    ? [document]
    : Object.values((isObject(document) ? document : {}) as JsonObject)
        .map(listOf)
        .filter(list => list.some(isObject));
  if (lists.length === 1 && lists[0].some(isObject)) return lists[0];
  const found = lists.length > 1 ? `${lists.length} lists of objects` : 'no list of objects';
  throw new IngestError(`${file}: the document has ${found}; expected one, with an object for each customer`);
}
