// How long sojourn size works. On exact models: the CPU time of the whole search, room for growth and all, the first time
// in a fresh process and warm. On simulated ones: the time of the command from its start to its end, and how long the
// servers found take until their p99 is known within 1 %.
// npm run bench -- --planning
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { simulate, workerTeam } from '../../dist/engines/simulation/index.js';
import { here, machine, median, told } from './measured.mjs';
import { exactProblems, simulatedProblems } from './planning-problems.mjs';

const warmRuns = 5;
/** Seconds. */
const limits = { exact: 0.3, simulated: 20 };
const sojourn = here('../../dist/main.js');

const verdict = (seconds, limit) => (seconds <= limit ? 'met' : '**missed**');

/** In a process of its own: the first search, then some that find the machine warm. */
function exactRow([name, text]) {
  const script = `
    import { parseScenario } from ${JSON.stringify(here('../../dist/scenario/load.js'))};
    import { runSize } from ${JSON.stringify(here('../../dist/study/run-size.js'))};
    const scenario = parseScenario(${JSON.stringify(`{ servers: 1, ${text} }`)});
    const times = [];
    let found;
    for (let run = 0; run <= ${warmRuns}; run++) {
      const before = process.cpuUsage();
      found = await runSize(scenario, {}, { workers: 1, command: '' });
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1e6);
    }
    console.log(JSON.stringify({ times, servers: found.servers, engine: found.engine }));`;
  const { times, servers, engine } = told(process.execPath, ['--input-type=module', '-e', script]);
  if (engine !== 'theory') throw new Error(`${name}: not answered exactly`);
  const [first, ...warm] = times;
  return `| ${name} | ${servers} | ${first.toFixed(3)} | ${median(warm).toFixed(3)} | ${verdict(first, limits.exact)} |`;
}

async function timed(work) {
  const start = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - start) / 1000, answer };
}

/** The document of a command whatever its exit code: an answer that stays open is one, too. */
function json(words) {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [sojourn, ...words, '--json'], { encoding: 'utf8', stdio: 'pipe' }),
    );
  } catch (error) {
    if (error.stdout) return JSON.parse(error.stdout);
    throw error;
  }
}

async function simulatedRow([name, { service, arrivals, wait, set = [] }]) {
  const model = [
    '--arrivals',
    arrivals,
    '--set',
    `service=${service}`,
    ...set.flatMap(one => ['--set', one]),
  ];
  const sized = await timed(() => json(['size', ...model, '--wait', wait, '--no-headroom']));
  const { servers, outcome, table, scenario, engine } = sized.answer;
  if (engine !== 'simulation') throw new Error(`${name}: not simulated`);
  const { utilisation } = table.find(row => row.servers === servers);
  const known = await timed(() => untilP99(scenario));
  return `| ${name} | ${servers} (${outcome}) | ${utilisation.toFixed(2)} | ${sized.seconds.toFixed(1)} | ${known.answer.toFixed(1)} | ${known.seconds.toFixed(1)} | ${verdict(Math.max(sized.seconds, known.seconds), limits.simulated)} |`;
}

/** Million customers until the p99 of the sojourn is known within 1 %, on all cores. */
async function untilP99(scenario) {
  const run = { ...scenario.run, precision: 0.01, stopOn: ['p99Sojourn'], maxCustomers: 1e10 };
  const options = { curves: false, team: workerTeam(availableParallelism()) };
  const { result } = await simulate({ ...scenario, run }, options);
  if (!result.simulation.reached) throw new Error('the precision was not reached');
  return result.simulation.customers / 1e6;
}

export async function planning() {
  const date = new Date().toISOString().slice(0, 10);
  const simulated = [];
  for (const problem of Object.entries(simulatedProblems)) simulated.push(await simulatedRow(problem));
  const lines = [
    '# How long planning takes',
    '',
    `By \`npm run bench -- --planning\`, ${date}, ${machine()}.`,
    '',
    '`sojourn size` on models that theory answers exactly: CPU time in seconds of the whole search, with the room for growth,',
    `the first time in a fresh process and warm (median of ${warmRuns}).`,
    '',
    '| problem | servers | first | warm | limit 0.3 s |',
    '|---|---|---|---|---|',
    ...Object.entries(exactProblems).map(exactRow),
    '',
    'On models that are simulated: seconds of the command from its start to its end, all cores, without the room for growth;',
    'and of the servers found until their p99 sojourn time is known within 1 %.',
    '',
    '| problem | servers | utilisation | the command | million customers until 1 % of p99 | seconds until then | limit 20 s for each |',
    '|---|---|---|---|---|---|---|',
    ...simulated,
    '',
  ];
  writeFileSync(here('../../results/reference/planning-speed.md'), lines.join('\n'));
  console.log(lines.join('\n'));
}
