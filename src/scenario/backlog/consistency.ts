import { nearest } from '../nearest.js';
import { classesOf, type Part, stationsOf } from '../parts.js';
import type { WrittenStation } from '../station.js';
import type { CountsByClass } from '../type.js';
import type { Complaint } from '../written.js';
import type { WrittenScenario } from '../written-scenario.js';

/** What is wrong between a backlog and the rest. */
export const wrongBacklog = (draft: Partial<WrittenScenario>): Complaint[] =>
  stationsOf(draft).flatMap(station => {
    const { written } = station;
    return written.backlog === undefined ? [] : wrong(station, written.backlog, draft);
  });

function wrong(
  { path, written }: Part<WrittenStation>,
  backlog: CountsByClass,
  draft: Partial<WrittenScenario>,
): Complaint[] {
  const at = [...path, 'backlog'];
  const classes = classesOf(draft);
  const names = classes.map(({ name }) => name);
  if (typeof backlog === 'number' && names.length > 1)
    return [
      {
        message: 'it is not said of which class they are',
        expected: `{ ${names[0]}: ${backlog} }`,
        path: at,
      },
    ];
  const counts = typeof backlog === 'number' ? { [names[0]]: backlog } : backlog;
  const total = Object.values(counts).reduce((sum, many) => sum + many, 0);
  const strangers = Object.keys(counts)
    .filter(name => names.length > 0 && !names.includes(name))
    .map(name => ({
      message: `there is no class "${name}"`,
      expected: names.join(', '),
      suggestion: nearest(name, names),
      path: [...at, name],
      at: 'key' as const,
    }));
  const clients = classes
    .filter(({ name, written: customers }) => 'clients' in customers && counts[name] > 0)
    .map(({ name }) => ({
      message: `the clients of "${name}" all think at the start`,
      expected: 'a backlog of customers who arrive from outside',
      path: at,
    }));
  const { capacity } = written;
  const tooMany =
    capacity !== undefined && total > capacity
      ? [
          {
            message: `${total} customers have no room`,
            expected: `at most ${capacity}, the capacity`,
            path: at,
          },
        ]
      : [];
  return [...strangers, ...clients, ...tooMany];
}
