// Other simulators on the M/M/3 of workloads.mjs, in turn with the engine: customers per CPU-second, and how many times
// as fast the engine is in the same round, with every statistic on. simjs and simscript are installed into a folder of
// their own, which is removed; SimPy counts where python3 has it. npm run bench -- --others
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, machine, median, spread, told } from './measured.mjs';

const rounds = 7;
/** Mean wait of M/M/3 with 2.4 arrivals a service: whoever is far off does something else. */
const meanWait = 1.0787;

export function others() {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-others-'));
  try {
    const versions = { simjs: '2.0.3', simscript: '1.0.37' };
    const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
      {
        stdio: 'ignore',
      },
    );
    const ours = (name, customers) => [
      process.execPath,
      [here('workload.mjs'), name, String(customers)],
      customers,
    ];
    const other = (name, customers) => [
      process.execPath,
      [here(`others/${name}.mjs`), folder, String(customers)],
      customers,
    ];
    const simpy = simpyFound();
    const simulators = {
      'sojourn, events': ours('w1', 4e6),
      'sojourn, recursion': ours('w1 recursion', 8e6),
      [`simjs ${versions.simjs}`]: other('simjs', 5e5),
      [`simscript ${versions.simscript}`]: other('simscript', 3e4),
      ...(simpy && {
        [`SimPy ${simpy.version}`]: [simpy.python, [here('others/simpy_mm3.py'), '-', '100000'], 1e5],
      }),
    };
    table(simulators);
    if (simpy === undefined) console.log(`no SimPy: ${pythons.join(' and ')} do not find it`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function table(simulators) {
  const speeds = Object.fromEntries(Object.keys(simulators).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, [program, words, customers]] of Object.entries(simulators)) {
      const { seconds, wait } = told(program, words);
      if (wait !== undefined && !(Math.abs(wait / meanWait - 1) < 0.2))
        throw new Error(`${name}: a mean wait of ${wait} is not that of M/M/3`);
      speeds[name].push(customers / seconds / 1e6);
    }
  }
  console.log(`${machine()}; M/M/3, CPU time, median of ${rounds} rounds (lowest to highest)`);
  console.log(
    '| simulator | million customers a CPU-second | sojourn by events is faster by |\n|---|---|---|',
  );
  const [events] = Object.values(speeds);
  for (const [name, own] of Object.entries(speeds)) {
    const ratio = median(own.map((speed, i) => events[i] / speed));
    console.log(`| ${name} | ${spread(own, 3)} | ${Number(ratio.toPrecision(2))} |`);
  }
}

/** The first in the path, and Debian's, which has the package of its own. */
const pythons = ['python3', '/usr/bin/python3'];

function simpyFound() {
  for (const python of pythons) {
    try {
      const version = execFileSync(python, ['-c', 'import simpy; print(simpy.__version__)'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
      return { python, version };
    } catch {
      // Not there, or without SimPy: the next one.
    }
  }
  return undefined;
}
