import { ofOneServer } from './disciplines.js';
import { classesOf, stationsOf } from './parts.js';
import type { DisciplineSpec } from './type.js';
import type { Complaint } from './written.js';
import type { WrittenScenario } from './written-scenario.js';

/** Disciplines that go by something that classes say. */
const goingBy = [
  { disciplines: ['edf', 'edf-preemptive'], key: 'due', example: 'due: 2s' },
  { disciplines: ['dps'], key: 'weight', example: 'weight: 3' },
] as const;

/** What an order of service needs of the station and of the classes. */
export function orders(draft: Partial<WrittenScenario>): Complaint[] {
  return stationsOf(draft).flatMap(({ path, written }) => {
    const at = [...path, 'discipline'];
    const name = (written.discipline as DisciplineSpec | undefined)?.discipline;
    if (name === undefined) return [];
    const { servers } = written;
    const tooMany =
      ofOneServer.includes(name) && servers !== undefined && servers !== 1
        ? [{ message: `${name} is served by one server`, expected: 'servers: 1', path: at }]
        : [];
    const lost = goingBy
      .filter(({ disciplines }) => (disciplines as readonly string[]).includes(name))
      .filter(({ key }) => !classesOf(draft).some(({ written: customers }) => key in customers))
      .map(({ key, example }) => ({
        message: `${name} goes by what classes say, and none says "${key}"`,
        expected: `${example} for one of the classes`,
        path: at,
      }));
    return [...tooMany, ...lost];
  });
}
