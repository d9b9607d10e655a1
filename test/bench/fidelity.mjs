// How far real queues lie from their twins: three gated runs for each broker, number of consumers and kind of
// service, as a Markdown table. `npm run fidelity > results/reference/fidelity.md` on an otherwise idle machine.
import { cpus } from 'node:os';
import { parseScenario } from '../../dist/scenario/parse.js';
import { runStudy } from '../../dist/study/run-study.js';

const runs = 3;
/** A run that fails its own checks does not count; it is repeated with the same seed, so often at most. */
const tries = 4;
const messages = 2000;
const margins = { virtual: 0.03, natural: 0.06 };

const percent = share => `${share >= 0 ? '+' : '−'}${(100 * Math.abs(share)).toFixed(2)} %`;
const milliseconds = seconds => `${(1000 * seconds).toFixed(2)} ms`;

async function gatedRun(broker, consumers, service, seed) {
  const scenario = parseScenario(`
name: fidelity
arrivals: ${70 * consumers}/s
service: 10ms
servers: ${consumers}
live: { broker: ${broker}, messages: ${messages}, service: ${service} }
run: { seed: ${seed} }
`);
  let attempts = 0;
  for (let i = 0; i < tries; i++) {
    const { study, live } = await runStudy(scenario, { engines: ['live'], workers: 1, command: '' });
    if (live?.kind === 'unavailable') throw new Error(live.problem);
    const result = study.results.find(({ engine }) => engine === 'live');
    attempts += result.live.attempts;
    if (live?.kind === 'measured') return { study, result, attempts };
    process.stderr.write(`${broker} ${consumers} ${service} seed ${seed}: ${live?.problem}\n`);
  }
  return { attempts };
}

const date = new Date().toISOString().slice(0, 10);
console.log(`# Real queues against their twins

${messages} messages, exponential services of 10 ms, utilisation 0.7; ${runs} seeds each. The twin is the recursion on the
messages that were sent, for natural services with the mean overhead added to each. Only runs that passed all their own
checks count; "tries" says how many it took.

Measured ${date}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

| broker | consumers | service | seed | tries | W twin | W measured | difference | Wq difference | overhead a message |
|---|---|---|---|---|---|---|---|---|---|`);

const software = new Set();
let missed = 0;
for (const broker of ['zeromq', 'redis-list']) {
  for (const consumers of [2, 4]) {
    for (const service of ['virtual', 'natural']) {
      for (let seed = 1; seed <= runs; seed++) {
        const { study, result, attempts } = await gatedRun(broker, consumers, service, seed);
        const start = `| ${broker} | ${consumers} | ${service} | ${seed} | ${attempts}`;
        if (study === undefined) {
          missed++;
          console.log(`${start} | no run passed its checks | | | | |`);
          continue;
        }
        software.add(result.live.software);
        const row = name => study.comparisons.find(({ measure }) => measure === name);
        const sojourn = row('meanSojourn');
        const twin = study.results.find(({ engine }) => engine === 'twin');
        const overhead = /services? (.*) longer/.exec(twin.model)?.[1] ?? 'none counted';
        if (Math.abs(sojourn.difference.value) > margins[service]) missed++;
        console.log(
          `${start} | ${milliseconds(sojourn.columns.twin.value)} | ${milliseconds(sojourn.columns.live.value)} ` +
            `| ${percent(sojourn.difference.value)} | ${percent(row('meanWait').difference.value)} | ${overhead} |`,
        );
      }
    }
  }
}
console.log(
  `\n${[...software].join('; ')}. Margins: ${100 * margins.virtual} % virtual, ${100 * margins.natural} % natural; ${missed === 0 ? 'every run lies within them' : `${missed} runs missed`}.`,
);
process.exitCode = missed === 0 ? 0 : 1;
