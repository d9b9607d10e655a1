import { workerData } from 'node:worker_threads';
import { now } from '../clock.js';
import type { AlarmMemory } from './alarm-memory.js';

const { control, state, deadline, target, lead } = workerData as AlarmMemory;

/** A deadline this near has come. */
const near = 1e-5;
/** The sleep ends this much before the deadline; the rest is spun. */
const guard = 3e-5;

while (Atomics.load(control, 1) === 0) {
  // Read before the deadlines: a change in between makes the wait below return at once.
  const changes = Atomics.load(control, 0);
  let first = 0;
  for (let k = 1; k < deadline.length; k++) if (deadline[k] < deadline[first]) first = k;
  const earliest = deadline[first];
  target[0] = earliest;
  const left = earliest - lead[0] - now();
  if (left <= near) {
    deadline[first] = Number.POSITIVE_INFINITY;
    Atomics.store(state, first, 1);
    Atomics.notify(state, first);
  } else if (left > guard) {
    Atomics.wait(control, 0, changes, left === Number.POSITIVE_INFINITY ? undefined : (left - guard) * 1000);
  }
}
