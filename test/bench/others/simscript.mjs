// M/M/3 in simscript: prints the CPU seconds and the mean wait. node simscript.mjs <folder with node_modules> <customers>
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, count] = process.argv;
// It waits for the next picture of a browser between its steps.
globalThis.requestAnimationFrame = next => setImmediate(next);
const { Simulation, Entity, Exponential, Queue } = createRequire(join(folder, 'x.cjs'))('simscript');

class Customer extends Entity {
  async script() {
    const { simulation } = this;
    await this.enterQueue(simulation.waiting);
    await this.enterQueue(simulation.serving);
    this.leaveQueue(simulation.waiting);
    await this.delay(simulation.service.sample());
    this.leaveQueue(simulation.serving);
  }
}

class Station extends Simulation {
  service = new Exponential(1, 7);
  waiting = new Queue('waiting');
  serving = new Queue('serving', 3);

  onStarting(event) {
    super.onStarting(event);
    this.generateEntities(Customer, new Exponential(1 / 2.4, 8), Number(count));
  }
}

const sim = new Station();
const before = process.cpuUsage();
const finished = new Promise(resolve => sim.finished.addEventListener(resolve));
sim.start();
await finished;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, wait: sim.waiting.grossDwell.avg }));
