import { workerData } from 'node:worker_threads';
import { now } from '../clock.js';
import { type BurnMemory, burnOrder } from './burn-memory.js';

const { order, seconds } = workerData as BurnMemory;

/** Some tenths of a second until the code is compiled and the processor runs at the speed that it keeps under load. */
const warmUp = 0.2;
const slices = 100;
const roundsOfSlice = 200_000;

/** Carried on from one piece of work to the next, so that none of it can be left out as useless. */
let state = 1;

/** Rounds of a linear congruential generator: each needs the one before. */
function work(rounds: number): void {
  let x = state;
  for (let i = 0; i < rounds; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  state = x;
}

/** Rounds in a second: a slice in four was faster, so that those do not count in which others had the processor. */
function speed(): number {
  const end = now() + warmUp;
  while (now() < end) work(roundsOfSlice);
  const times = Float64Array.from({ length: slices }, () => {
    const start = now();
    work(roundsOfSlice);
    return now() - start;
  }).sort();
  return roundsOfSlice / times[slices / 4];
}

const roundsPerSecond = speed();
for (;;) {
  const told = Atomics.load(order, 0);
  if (told === burnOrder.end) break;
  if (told === burnOrder.burn) work(Math.round(seconds[0] * roundsPerSecond));
  // An end that came meanwhile stays.
  Atomics.compareExchange(order, 0, told, burnOrder.rest);
  Atomics.notify(order, 0);
  Atomics.wait(order, 0, burnOrder.rest);
}
