// Customers per CPU-second of both algorithms, and their ratio to C++ in the same round where there is a
// compiler. YARDSTICK names another C++ source that takes `w1_kw <customers>` and `w1_h4 <customers>` and
// prints {"s": cpu seconds}.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const rounds = 7;
const customers = 4_000_000;
const workloads = [
  { algorithm: 'recursion', yardstick: 'w1_kw', target: 8e6 },
  { algorithm: 'events', yardstick: 'w1_h4', target: 4e6 },
];

const folder = mkdtempSync(join(tmpdir(), 'sojourn-bench-'));
try {
  const binary = compiledYardstick();
  console.log(
    `M/M/3 at utilisation 0.8, all statistics on, ${customers / 1e6} million customers, median of ${rounds} rounds (lowest to highest)`,
  );
  if (binary === undefined) console.log('no C++ compiler found: no ratios');
  for (const { algorithm, yardstick, target } of workloads) {
    const speeds = [];
    const ratios = [];
    for (let round = 0; round < rounds; round++) {
      const { seconds } = output(process.execPath, [here('workload.mjs'), algorithm, String(customers)]);
      speeds.push(customers / seconds);
      if (binary) ratios.push(output(binary, [yardstick, String(customers)]).s / seconds);
    }
    const speed = `${spread(speeds.map(value => value / 1e6))} million customers a CPU-second`;
    const ratio = ratios.length > 0 ? `, ${spread(ratios)} of the speed of C++` : '';
    console.log(
      `${algorithm.padEnd(10)} ${speed}${ratio} (target ${target / 1e6} million: ${median(speeds) >= target ? 'met' : 'MISSED'})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function compiledYardstick() {
  const binary = join(folder, 'yardstick');
  try {
    execFileSync(
      'g++',
      ['-O3', '-march=native', '-std=c++20', process.env.YARDSTICK ?? here('yardstick.cpp'), '-o', binary],
      { stdio: 'pipe' },
    );
    return binary;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function output(program, words) {
  return JSON.parse(execFileSync(program, words, { encoding: 'utf8', timeout: 60_000 }));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function spread(values) {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}
