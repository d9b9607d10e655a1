import { redelivers } from '../../scenario/attempts/deliveries.js';
import { sendsAgain } from '../../scenario/attempts/sends-again.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import { hasForks, placesOfParts } from '../../scenario/routes/forks.js';
import { isStrategy, nextPlaces, rowsOf } from '../../scenario/routes/next-places.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';
import { formatDuration, formatNumber } from '../../units.js';
import { clientsRate } from './clients-rate.js';
import { disciplines, interruptless, resumable } from './network/disciplines/index.js';
import { neverHeals } from './never-heals.js';
import { leastCustomers } from './procedure.js';
import type { System } from './system.js';
import { withServerSide } from './unsupported-servers.js';

/** Why the simulation cannot answer the scenario; undefined when it can. */
export function unsupported(scenario: Scenario): string | undefined {
  const { classes, stations } = scenario;
  const load = offeredLoad(scenario);
  for (const [name, customers] of Object.entries(classes)) {
    if (isClosed(customers) && !Number.isFinite(clientsRate(scenario, name, load)))
      return `the clients of class "${name}" take no time for anything`;
  }
  const impatient = Object.values(classes).some(({ patience }) => patience);
  for (const [name, { servers, discipline, breakdowns, capacity, lease }] of Object.entries(stations)) {
    if (!Object.hasOwn(disciplines, discipline.discipline)) {
      return `"${name}" serves by ${discipline.discipline}; the simulation knows ${Object.keys(disciplines).join(', ')}`;
    }
    if (impatient && !interruptless.includes(discipline.discipline)) {
      return `"${name}" serves by ${discipline.discipline}, where the simulation knows no customers who give up`;
    }
    if (
      lease !== undefined &&
      (!interruptless.includes(discipline.discipline) || capacity || breakdowns || impatient)
    )
      return `work at "${name}" is on lease; the simulation knows that where services are not interrupted (${interruptless.join(', ')}, no breakdowns) and nobody is lost or gives up`;
    if (breakdowns && (!resumable.includes(discipline.discipline) || servers === 'infinite' || impatient)) {
      return `the servers of "${name}" break down; the simulation knows that for a number of servers by ${resumable.join(', ')}, and patient customers`;
    }
  }
  return (
    withCensus(scenario) ??
    withServerSide(scenario) ??
    withSessions(scenario) ??
    withBacklog(scenario) ??
    withForks(scenario) ??
    withBlocking(scenario)
  );
}

/** Whoever is counted must be in the system once. */
function withCensus({ classes, stations, routes, run }: Scenario): string | undefined {
  if (run.states === undefined) return undefined;
  const several =
    hasForks(routes) ||
    Object.values(classes).some(sendsAgain) ||
    Object.values(stations).some(station => redelivers(station));
  return several
    ? 'run.states counts customers, and those who fork, or whose work is sent or delivered again, are there several times'
    : undefined;
}

/** Requests that are given up must not be parts of forked customers, nor make a queue that never goes away again. */
function withSessions(scenario: Scenario): string | undefined {
  const { classes, routes, run } = scenario;
  const again = Object.keys(classes).find(name => sendsAgain(classes[name]));
  if (again === undefined) return undefined;
  if (hasForks(routes))
    return `customers of class "${again}" send their requests again, and the simulation knows that only for requests that do not fork`;
  return run.duration === undefined ? neverHeals(scenario) : undefined;
}

/** Who is there at the start matters only to runs that are told from their start. */
function withBacklog({ stations, routes, run }: Scenario): string | undefined {
  const forked = placesOfParts(routes);
  for (const [name, { backlog, baulking }] of Object.entries(stations)) {
    if (backlog === undefined) continue;
    if (run.duration === undefined)
      return `the long run forgets the backlog of "${name}": give a run.duration, or ask "sojourn drain" how long it takes`;
    if (baulking)
      return `customers baulk at "${name}", and nobody can say whether those of its backlog would have`;
    if (forked.has(name))
      return `the backlog of "${name}" would be parts of customers, whose other parts are nowhere`;
  }
  return undefined;
}

/** Customers who hold their servers must be simple customers of simple servers. */
function withBlocking({ classes, stations, routes }: Scenario): string | undefined {
  const full = Object.keys(stations).find(name => stations[name].whenFull === 'block');
  if (full === undefined) return undefined;
  const who = `who finds "${full}" full holds the server it comes from, and the simulation knows that only`;
  for (const [name, { discipline, breakdowns }] of Object.entries(stations))
    if (!interruptless.includes(discipline.discipline) || breakdowns)
      return `${who} where services are not interrupted (${interruptless.join(', ')}, no breakdowns), unlike at "${name}"`;
  if (Object.values(classes).some(({ patience }) => patience)) return `${who} for patient customers`;
  if (Object.values(stations).some(redelivers)) return `${who} where no work fails`;
  const rows = Object.values(routes).flatMap(rowsOf);
  if (rows.some(row => isStrategy(row) && row.strategy === 'least-work'))
    return `${who} where nobody looks at the work that is left`;
  if (rows.flatMap(nextPlaces).some(({ as }) => as !== undefined))
    return `${who} for customers who keep their class`;
  return undefined;
}

/** Parts of forked customers must not get lost, and can be called away only where that is simple. */
function withForks({ classes, stations, routes }: Scenario): string | undefined {
  const revocable = placesOfParts(routes, 'cancel');
  for (const name of placesOfParts(routes)) {
    const station = stations[name];
    if (station === undefined) continue;
    const { capacity, discipline, breakdowns, baulking, lease } = station;
    const impatient = Object.values(classes).some(({ patience }) => patience);
    if (lease !== undefined)
      return `parts of forked customers are on lease at "${name}", which the simulation does not know`;
    if (capacity !== undefined || impatient || station.maxDeliveries || baulking)
      return `parts of forked customers would be lost at "${name}"`;
    if (
      revocable.has(name) &&
      (!interruptless.includes(discipline.discipline) || breakdowns || redelivers(station))
    )
      return `parts of forked customers are cancelled at "${name}"; the simulation knows that where services are not interrupted: ${interruptless.join(', ')}, without breakdowns or work that fails`;
  }
  const metered = Object.values(routes)
    .flatMap(rowsOf)
    .filter(isStrategy)
    .filter(({ strategy }) => strategy === 'least-work');
  const places = metered.flatMap(({ to }) => to);
  const undone = places.find(
    name => stations[name]?.lease !== undefined || stations[name]?.discipline.interrupted,
  );
  if (undone) return `work is done more than once at "${undone}", so nobody can say how much is left there`;
  const both = places.find(name => revocable.has(name));
  return (
    both &&
    `parts of forked customers are cancelled at "${both}", so nobody can say how much work is left there`
  );
}

/** Why the budget does not do for a long-run average over whole cycles of the arrival rate; undefined when it does. */
export function cyclesTooLong({ run }: Scenario, system: System): string | undefined {
  const least = leastCustomers(system);
  if (system.cycle === undefined || least <= run.maxCustomers) return undefined;
  return `the arrival rate takes ${formatDuration(system.cycle)} to repeat itself, and a long-run average needs ${formatNumber(least / 1e6, 2)} million customers for whole cycles: raise run.maxCustomers (${formatNumber(run.maxCustomers / 1e6, 2)} million)`;
}
