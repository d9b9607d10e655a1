import { placesOfParts } from '../../scenario/routes/forks.js';
import { isStrategy, rowsOf } from '../../scenario/routes/next-places.js';
import { beyondPlainServers } from '../../scenario/server-side/in-words.js';
import type { Scenario } from '../../scenario/type.js';
import { interruptless } from './network/disciplines/index.js';

/** Why the simulation cannot bring what servers do together with the rest of the scenario; undefined when it can. */
export function withServerSide(scenario: Scenario): string | undefined {
  const { classes, stations, routes } = scenario;
  const impatient = Object.values(classes).some(({ patience }) => patience);
  const blocking = Object.values(stations).some(({ whenFull }) => whenFull === 'block');
  const metered = Object.values(routes)
    .flatMap(rowsOf)
    .filter(isStrategy)
    .filter(({ strategy }) => strategy === 'least-work')
    .flatMap(({ to }) => to);
  const revocable = placesOfParts(routes, 'cancel');
  for (const [name, station] of Object.entries(stations)) {
    const beyond = beyondPlainServers(station);
    if (beyond === undefined) continue;
    const who = `at "${name}" ${beyond}; the simulation knows that only`;
    const { discipline, whenFull, autoscaling, loadDependence, whenIdle, lease } = station;
    const known = loadDependence ? [...interruptless, 'ps'] : interruptless;
    if (!known.includes(discipline.discipline)) return `${who} with service by ${known.join(', ')}`;
    if (lease !== undefined) return `${who} for work that is delivered once`;
    if (blocking) return `${who} where nobody holds a server`;
    if (impatient && (loadDependence || whenIdle?.setUp)) return `${who} for patient customers`;
    if (metered.includes(name)) return `${who} where nobody looks at the work that is left`;
    if (revocable.has(name)) return `${who} where no parts are cancelled`;
    if (whenFull === 'retry' && autoscaling?.signal === 'oldest-age')
      return `${who} by oldest-age where those who find no room are lost`;
  }
  return undefined;
}
