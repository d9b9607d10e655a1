import { distributionOf } from '../distributions/index.js';
import { classShape, type WrittenClass } from './customer-class.js';
import { expectedOf } from './mapping.js';
import { type Part, stationsOf } from './parts.js';
import { entrance } from './place.js';
import { routesOf } from './routes/consistency.js';
import { nextPlaces, rowsOf } from './routes/next-places.js';
import type { Complaint } from './written.js';
import type { WrittenScenario } from './written-scenario.js';

/** Customers of a class arrive, or it has clients: one of the two. */
export function wrongSupply(
  { path, written }: Part<WrittenClass>,
  draft: Partial<WrittenScenario>,
): Complaint[] {
  const [arrive, closed, thinks] = ['arrivals' in written, 'clients' in written, 'think' in written];
  const at = (key: string) => [...path, key];
  if (arrive && closed) {
    const message = 'customers arrive from outside, or there are clients: not both';
    return [
      {
        message,
        expected: 'classes, some with arrivals and some with clients',
        path: at('clients'),
        at: 'key',
      },
    ];
  }
  if (arrive && thinks) return [{ message: 'only clients think', path: at('think'), at: 'key' }];
  if (thinks && !closed) {
    const message = '"clients" is missing: somebody is to think';
    return [
      { message, expected: 'a number of them, such as clients: 20', path: at('clients'), at: 'missing' },
    ];
  }
  if (!arrive && !closed) {
    const expected = `${expectedOf(classShape.arrivals.unwrap())}, or clients and how long they think`;
    return [{ message: '"arrivals" is missing', expected, path: at('arrivals'), at: 'missing' }];
  }
  return closed ? wrongThinking(written, at('think'), draft) : [];
}

function wrongThinking(
  { think, retry }: Partial<WrittenClass>,
  path: readonly string[],
  draft: Partial<WrittenScenario>,
): Complaint[] {
  if (think !== undefined) {
    if (Number.isFinite(distributionOf(think).mean)) return [];
    return [
      { message: 'these clients think for ever on average', expected: 'a law with a finite mean', path },
    ];
  }
  const first = rowsOf(routesOf(draft)?.[entrance] ?? {})
    .flatMap(nextPlaces)
    .map(({ to }) => to);
  const full = stationsOf(draft).find(({ name, written: { capacity, whenFull = 'drop', baulking } }) => {
    if (baulking) return true;
    if (capacity === undefined) return false;
    // Nobody holds a server for those who come from outside.
    if (whenFull === 'block') return first.includes(name);
    return whenFull === 'drop' || retry?.maxAttempts === 1;
  });
  if (full === undefined) return [];
  return [
    {
      message: `clients who do not think and are turned away at "${full.name}" ask again at the same moment, for ever`,
      expected: 'think: some time',
      path,
      at: 'missing',
    },
  ];
}
