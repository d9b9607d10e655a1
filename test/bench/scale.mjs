// What stays and what grows: memory over a hundred million customers of M/M/3, and the speed of two threads over that of
// one, on 16 replications of ten million customers, and how soon a run stops. npm run bench -- --scale
import { workerTeam } from '../../dist/engines/simulation/pool.js';
import { soloTeam } from '../../dist/engines/simulation/team.js';
import { here, machine, median, spread, told } from './measured.mjs';
import { workloads } from './workloads.mjs';

const limitMegabytes = 150;
const customers = 1e8;
const pairs = 3;
const perReplication = 1e7;
const stops = 9;
const limitMilliseconds = 100;
const rate = 2.4;

export async function scale() {
  console.log(`${machine()}\n| workload | resident memory at most, MB | limit |\n|---|---|---|`);
  for (const [name, about] of [
    ['w1 recursion', 'recursion'],
    ['w1', 'events'],
  ]) {
    const { megabytes } = told(process.execPath, [here('workload.mjs'), name, String(customers)], {
      timeout: 600_000,
    });
    const met = megabytes < limitMegabytes ? 'met' : '**missed**';
    console.log(
      `| M/M/3, 100 million customers, ${about} | ${megabytes.toFixed(0)} | ${limitMegabytes} ${met} |`,
    );
  }
  const ratios = [];
  for (let pair = 0; pair < pairs; pair++) ratios.push((await seconds(1)) / (await seconds(2)));
  const met = median(ratios) >= 1.8 ? 'met' : '**missed**';
  console.log(`\nTwo threads are ${spread(ratios)} times as fast as one; 1.8 ${met}. ${machine()}`);
  for (const threads of [1, 2]) {
    const waits = [];
    for (let i = 0; i < stops; i++) waits.push(await untilStopped(threads));
    const soon = Math.max(...waits) <= limitMilliseconds ? 'met' : '**missed**';
    const who = threads === 1 ? 'This thread stops' : 'Two threads stop';
    console.log(`${who} ${spread(waits, 0)} ms after being told to; ${limitMilliseconds} ms ${soon}.`);
  }
}

/** From the word to stop until the run has stopped, in milliseconds: the ten stations, in batches of a million visits. */
async function untilStopped(threads) {
  const { scenario } = workloads.w4;
  const controller = new AbortController();
  const job = { scenario, seed: 1, algorithm: 'events' };
  const team =
    threads === 1
      ? soloTeam(job, 1, controller.signal)
      : await workerTeam(threads)(job, 1, controller.signal);
  try {
    let told = 0;
    setTimeout(
      () => {
        told = performance.now();
        controller.abort();
      },
      500 + Math.random() * 200,
    );
    await team.advance({ from: 0, to: 16, clock: 0, length: 1e5 });
    return performance.now() - told;
  } finally {
    await team.close();
  }
}

/** Of the clock on the wall, without the start of the threads. */
async function seconds(threads) {
  const { scenario } = workloads['w1 recursion'];
  const team = await workerTeam(threads)({ scenario, seed: 1, algorithm: 'recursion' }, rate);
  const batch = perReplication / rate / 16;
  try {
    await team.advance({ from: 0, to: 1, clock: 0, length: batch / 100 });
    const before = performance.now();
    await team.advance({ from: 1, to: 16, clock: batch / 100, length: batch });
    return (performance.now() - before) / 1000;
  } finally {
    await team.close();
  }
}
