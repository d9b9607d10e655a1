// Customers per CPU-second of the engine on the workloads of workloads.mjs, every statistic on, and how many times as
// long as C++ it takes in the same round, where there is a compiler. YARDSTICK names another C++ source that takes
// `<key> <customers>` and prints {"s": cpu seconds}; a key that it does not know has no ratio. The table of all workloads
// is written to results/reference/engine-speed.md.
// npm run bench [-- <workload>... | --others | --scale | --theory | --planning]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, machine, median, spread, told } from './measured.mjs';
import { others } from './others.mjs';
import { scale } from './scale.mjs';
import { workloads } from './workloads.mjs';

const rounds = 7;
const page = here('../../results/reference/engine-speed.md');

const about = `# Speed of the engine

CPU time of one replication with every statistic on, beside C++ in the same round: the median of ${rounds} rounds (lowest
to highest). C++ keeps fewer statistics and is compiled for the processor at hand. \`npm run bench\` makes the table of a processor
anew; on a machine that others use the ratios are larger, because the engine needs more of the caches than bare C++ does.
`;

const reasons = 'Where the time goes';
const whereTimeGoes = `${reasons}

Of one station (samples of the processor, Xeon, 2026-11-26): in M/M/3 two thirds in the loop of events itself, an eighth in the random
numbers, a tenth in the sums and histograms, a fifteenth in the calendar; with priorities half in the loop, a fifth in drawing
arrivals and services; shared, two thirds in the loop, a tenth in the calendar. The loop is the same on both processors; C++
gains more than it from the newer one, and so the ratios differ: 28 ns a customer of M/M/3 there against 90.

Of the ten stations (samples of \`perf\`, 2026-11-26): half in the loop of events itself, where the compiler
looks at type, length and address of every column anew after each call; a tenth in the sums and two histograms that every
station keeps of every visit, and C++ does not; a tenth in the calendar; a sixteenth each in the random numbers and in the
shortest queue with its chances among equals. One event in 128 goes through the loop for all, so that it can be counted.
`;

const wanted = process.argv.slice(2);
const chosen = Object.entries(workloads).filter(([name]) => wanted.length === 0 || wanted.includes(name));

if (wanted.includes('--others')) others();
else if (wanted.includes('--scale')) await scale();
else if (wanted.includes('--theory')) (await import('./theory.mjs')).theory();
else if (wanted.includes('--planning')) await (await import('./planning.mjs')).planning();
else besideCpp();

function besideCpp() {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-bench-'));
  try {
    const binary = compiledYardstick(folder);
    const before = machine();
    if (binary === undefined) console.log('no C++ compiler found: no ratios');
    const lines = [
      '| workload | million customers a CPU-second | times C++ (the last two: times the ten stations) | limit |',
      '|---|---|---|---|',
    ];
    console.log(`${before}\n${lines.join('\n')}`);
    for (const [name, workload] of chosen) {
      lines.push(row(name, workload, binary));
      console.log(lines.at(-1));
    }
    if (wanted.length === 0) write(lines, before);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The table of this processor in the place of an earlier one; those of others stay. */
function write(lines, before) {
  const date = new Date().toISOString().slice(0, 10);
  const compiler = execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  const processor = cpus()[0].model.trim();
  const yardstick = process.env.YARDSTICK
    ? 'a program of its own for each workload (YARDSTICK)'
    : 'test/bench/yardstick.cpp, which knows M/M/3 alone';
  const section = `${processor}

${date}, ${before} at the start and ${loadavg()[0].toFixed(1)} at the end, ${compiler}. C++ is ${yardstick}.

${lines.join('\n')}
`;
  const [, ...others] = readFileSync(page, 'utf8').split('\n## ');
  const kept = others.filter(other => !other.startsWith(`${processor}\n`) && !other.startsWith(reasons));
  const sections = [section, ...kept.map(other => `${other.trimEnd()}\n`)].sort();
  writeFileSync(page, [about, ...sections, whereTimeGoes].join('\n## '));
}

function row(name, { about, customers, yardstick, beside, events, limit }, binary) {
  const speeds = [];
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const reference =
      beside === undefined
        ? binary && yardstickSeconds(binary, yardstick, customers)
        : secondsAnEvent(beside) * customers * events;
    const seconds = secondsOf(name, customers);
    speeds.push(customers / seconds / 1e6);
    if (reference) ratios.push(seconds / reference);
  }
  const judged = ratios.length === 0 ? '-' : `${limit} ${median(ratios) <= limit ? 'met' : '**missed**'}`;
  return `| ${about} | ${spread(speeds)} | ${ratios.length === 0 ? '-' : spread(ratios)} | ${judged} |`;
}

function secondsOf(name, customers) {
  return told(process.execPath, [here('workload.mjs'), name, String(customers)]).seconds;
}

function secondsAnEvent(name) {
  const { customers, events } = workloads[name];
  return secondsOf(name, customers) / customers / events;
}

/** Undefined where the program does not know the workload. */
function yardstickSeconds(binary, key, customers) {
  try {
    return told(binary, [key, String(customers)]).s;
  } catch (error) {
    if (error.status === 1 || error.status === 2) return undefined;
    throw error;
  }
}

function compiledYardstick(folder) {
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
