import type { Scenario } from '../../scenario/type.js';
import { disciplines, interruptless, resumable } from './network/disciplines/index.js';

/** Why the simulation cannot answer the scenario; undefined when it can. */
export function unsupported({ classes, stations }: Scenario): string | undefined {
  const impatient = Object.values(classes).some(({ patience }) => patience);
  for (const [name, { servers, discipline, whenFull, breakdowns }] of Object.entries(stations)) {
    if (!Object.hasOwn(disciplines, discipline.discipline)) {
      return `"${name}" serves by ${discipline.discipline}; the simulation knows ${Object.keys(disciplines).join(', ')}`;
    }
    if (impatient && !interruptless.includes(discipline.discipline)) {
      return `"${name}" serves by ${discipline.discipline}, where the simulation knows no customers who give up`;
    }
    if (whenFull === 'block') return `who finds "${name}" full blocks the server it comes from`;
    if (breakdowns && (!resumable.includes(discipline.discipline) || servers === 'infinite' || impatient)) {
      return `the servers of "${name}" break down; the simulation knows that for a number of servers by ${resumable.join(', ')}, and patient customers`;
    }
  }
  return undefined;
}
