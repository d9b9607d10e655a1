// How often the 95 % intervals of the simulation hold the exact value, over 400 seeds of eight systems: prints a
// Markdown table, and writes it to results/reference/coverage.md when all seeds were run.
// npm run coverage [-- <seeds>]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { simulate } from '../../dist/engines/simulation/index.js';
import { systems } from './coverage-systems.mjs';

const wanted = 400;
const seeds = Number(process.argv[2] ?? wanted);
const [lowest, highest] = [0.92, 0.98];
const run = {
  confidence: 0.95,
  precision: 0.1,
  stopOn: ['meanWait', 'p50Sojourn', 'p95Sojourn', 'p99Sojourn'],
  warmUp: 'auto',
  maxCustomers: 2e7,
};

const rows = [];
let outside = 0;
for (const { scenario, known } of systems) {
  const tallies = known.map(() => ({ told: 0, held: 0, below: 0, above: 0, reached: 0, width: 0 }));
  let customers = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const stopOn = run.stopOn.map(name =>
      known[0].measure === 'meanSojourn' && name === 'meanWait' ? 'meanSojourn' : name,
    );
    const { result } = await simulate({ ...scenario, run: { ...run, stopOn, seed } }, { curves: false });
    customers += result.simulation.customers / seeds;
    for (const [i, fact] of known.entries()) count(tallies[i], fact, estimateOf(result, fact));
  }
  process.stderr.write(`${scenario.name}: ${Math.round(customers)} customers a run\n`);
  for (const [i, fact] of known.entries()) rows.push(row(scenario.name, fact, tallies[i], customers));
}

const table = [
  '| system | measure | exact | coverage | too low | too high | precision reached | half-width | customers |',
  '|---|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
const text = `# Coverage of the intervals

How often a 95 % interval of the simulation held the exact value, over ${seeds} seeds. Each run went on until the mean
wait (where service is shared, the mean sojourn) and the median, 95th and 99th percentile of the sojourn were known to
10 %, or for ${run.maxCustomers / 1e6} million customers. "Too low" and "too high" are the shares of intervals that lay
below and above the exact value, "half-width" is the mean one over the exact value. One standard deviation of a
coverage of 95 % over ${seeds} seeds is ${percent(Math.sqrt((0.95 * 0.05) / seeds))}.

Simulated ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus()[0].model.trim()}, ${cpus().length} cores; the same seeds give the same table anywhere. \`npm run coverage\` makes it anew.

${table}

${rows.length - outside} of the ${rows.length} coverages lie between ${percent(lowest)} and ${percent(highest)}; those in bold lie outside.

Where batches are independent and normal the rule covers 96.2 %, because it takes the larger of two variances; where
replications differ by more than their batches show, 93.3 % (test/statistics/interval.test.ts). The looks at the run
before it ends cost up to a point.
`;
console.log(text);
if (seeds === wanted) {
  writeFileSync(fileURLToPath(new URL('../../results/reference/coverage.md', import.meta.url)), text);
}

function estimateOf(result, { part, measure, of, p }) {
  const from = part === undefined ? result : result.classes[part];
  if (measure !== undefined) return from.measures[measure];
  return from[of === 'wait' ? 'waitQuantiles' : 'sojournQuantiles'].find(quantile => quantile.p === p);
}

function count(tally, { value }, estimate) {
  if (estimate === undefined) return;
  tally.told++;
  if (estimate.low > value) tally.above++;
  else if (estimate.high < value) tally.below++;
  else tally.held++;
  if (estimate.reached) tally.reached++;
  tally.width += estimate.halfWidth / value;
}

function row(name, { part, measure, of, p, value }, { told, held, below, above, reached, width }, customers) {
  const coverage = held / told;
  const fits = coverage >= lowest && coverage <= highest;
  if (!fits) outside++;
  const what =
    measure === undefined ? `p${100 * p} ${of}` : measure === 'meanWait' ? 'mean wait' : 'mean sojourn';
  const cells = [
    name,
    part === undefined ? what : `${what} of the ${part}`,
    value.toPrecision(5),
    `${fits ? '' : '**'}${percent(coverage)}${fits ? '' : '**'}${told < seeds ? ` of ${told}` : ''}`,
    percent(below / told),
    percent(above / told),
    percent(reached / told),
    percent(width / told),
    Math.round(customers).toLocaleString('en-US').replaceAll(',', ' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
