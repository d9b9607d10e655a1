// M/M/3 in simjs: prints the CPU seconds and the mean wait. node simjs.mjs <folder with node_modules> <customers>
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, count] = process.argv;
// It is made for pages, and exports into the window alone.
globalThis.window = globalThis;
createRequire(join(folder, 'x.cjs'))('simjs');
const { Sim, Random, Facility, Entity } = globalThis.Sim;
const customers = Number(count);

class Source extends Entity {
  start() {
    this.random ??= new Random(42);
    if (arrived === customers) return;
    arrived++;
    this.useFacility(queue, this.random.exponential(1));
    this.setTimer(this.random.exponential(2.4)).done(this.start);
  }
}

let arrived = 0;
const queue = new Facility('queue', Facility.FCFS, 3);
const sim = new Sim();
sim.addEntity(Source);
const before = process.cpuUsage();
sim.simulate(Number.MAX_VALUE);
const { user, system } = process.cpuUsage(before);
const wait = queue.queueStats().durationSeries.average();
console.log(JSON.stringify({ seconds: (user + system) / 1e6, wait }));
