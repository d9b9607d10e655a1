import { parentPort, workerData } from 'node:worker_threads';
import { readTracesFromFiles } from '../../traces/files.js';
import type { Assignment } from './assignment.js';
import { Crew, type Stretch } from './team.js';

readTracesFromFiles();
const { job, numbers, rate, buffers, stop } = workerData as Assignment;
const crew = new Crew(job, numbers, rate, buffers);
const stopped = new Int32Array(stop);

parentPort?.on('message', (stretch: Stretch) => {
  for (const _ of crew.advance(stretch)) {
    if (Atomics.load(stopped, 0) !== 0) break;
  }
  parentPort?.postMessage(Atomics.load(stopped, 0) === 0);
});
