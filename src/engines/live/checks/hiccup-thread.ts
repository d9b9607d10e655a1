import { workerData } from 'node:worker_threads';
import { now } from '../clock.js';

/** Overshoots, in units of 10 microseconds; the last place holds all that are longer. */
const counts = new Int32Array(workerData as SharedArrayBuffer);
const never = new Int32Array(new SharedArrayBuffer(4));

for (;;) {
  const before = now();
  Atomics.wait(never, 0, 0, 1);
  const overshoot = now() - before - 1e-3;
  const place = Math.min(counts.length - 1, Math.max(0, Math.floor(overshoot * 1e5)));
  Atomics.add(counts, place, 1);
}
