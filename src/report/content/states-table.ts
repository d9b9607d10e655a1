import type { Study } from '../../study/study.js';
import { cellOf } from './cell.js';
import { columnsOf, resultsInOrder } from './columns.js';
import type { PartTable } from './part-table.js';
import { sourcesOf } from './sources.js';

/** The share of the time with so many in the system, a line for each number; empty where no engine tells of it. */
export function statesTableOf(study: Study): PartTable[] {
  const sources = sourcesOf(study);
  const columns = columnsOf(study);
  const told = resultsInOrder(study).flatMap(({ states = [] }, i) =>
    states.map(state => ({ state, by: columns[i] })),
  );
  if (told.length === 0) return [];
  const [{ by }] = told;
  return [
    {
      title: 'Number in the system',
      noun: 'customers',
      about: 'as shares of the time',
      measures: [{ name: 'probability', unit: 'fraction', about: 'share of the time' }],
      rows: told
        .sort((a, b) => a.state.number - b.state.number)
        .map(({ state, by }) => ({
          key: String(state.number),
          name: String(state.number),
          by,
          cells: [cellOf(state, sources)],
        })),
      ...(told.every(row => row.by === by) && { only: by }),
    },
  ];
}
