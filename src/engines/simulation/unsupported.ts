import type { Scenario } from '../../scenario/type.js';
import { disciplines } from './network/disciplines/index.js';

/** Why the simulation cannot answer the scenario; undefined when it can. */
export function unsupported({ classes, stations }: Scenario): string | undefined {
  for (const [name, { patience, retry }] of Object.entries(classes)) {
    if (patience) return `customers of class "${name}" give up waiting`;
    if (retry) return `customers of class "${name}" that are turned away try again`;
  }
  for (const [name, { discipline, whenFull, breakdowns }] of Object.entries(stations)) {
    if (!Object.hasOwn(disciplines, discipline.discipline)) {
      return `"${name}" serves by ${discipline.discipline}; the simulation knows ${Object.keys(disciplines).join(', ')}`;
    }
    if (whenFull && whenFull !== 'drop')
      return `who finds "${name}" full is not lost (whenFull: ${whenFull})`;
    if (breakdowns) return `the servers of "${name}" break down`;
  }
  return undefined;
}
