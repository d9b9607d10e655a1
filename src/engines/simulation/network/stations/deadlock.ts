/** A station as it stands in the way of others. */
export interface Holding {
  readonly name: string;
  /** Servers that serve or are held. */
  readonly busy: number;
  /** Where those go who hold a server here. */
  readonly nextOfBlocked: readonly Holding[];
}

/** Stations whose servers are all held by customers that wait for a place at one another: nothing moves any more. */
export class Deadlock extends Error {
  // A field, so that it survives the way from one thread to another, which the class does not.
  override readonly name = 'Deadlock';
}

/** Whether the error, perhaps of another thread, is a deadlock. */
export const isDeadlock = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'Deadlock';

/**
 * A blocked customer will move on if anybody is still being served at its next station, or at the next of those
 * who are blocked there, and so on.
 *
 * @param last the station where a customer has just been blocked
 * @throws Deadlock where nobody will ever move on
 */
export function refuseDeadlock(last: Holding): void {
  const waited = new Set([last]);
  for (const station of waited) {
    if (station.busy > station.nextOfBlocked.length) return;
    for (const next of station.nextOfBlocked) waited.add(next);
  }
  const names = cycleFrom(last).map(({ name }) => `"${name}"`);
  throw new Deadlock(
    `deadlock: ${[...names, names[0]].join(' waits for ')}, each full and all its servers held by customers who wait for a place at the next; more room in one of them, or fewer clients, or whenFull: drop, would end it`,
  );
}

function cycleFrom(first: Holding): readonly Holding[] {
  const path: Holding[] = [];
  let station = first;
  while (!path.includes(station)) {
    path.push(station);
    station = station.nextOfBlocked[0];
  }
  return path.slice(path.indexOf(station));
}
