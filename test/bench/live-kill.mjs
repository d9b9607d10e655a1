// What each queue loses when a consumer is killed: 20,000 messages at 700 a second to four consumers, one of them killed
// (SIGKILL) at a time that differs from trial to trial. `npm run live-kill -- --trials 10` writes
// results/reference/live-kill.md; --only and --messages as in live-matrix.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { brokers } from '../../dist/engines/live/brokers/index.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { runStudy } from '../../dist/study/run-study.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    trials: { type: 'string', default: '10' },
    messages: { type: 'string', default: '20000' },
  },
});
const messages = Number(values.messages);
const trials = Number(values.trials);
const patterns = (values.only?.split(',') ?? Object.keys(brokers)).filter(name => name !== 'in-process');
const span = messages / 700;

const rows = [];
for (const broker of patterns) {
  const runs = [];
  for (let trial = 1; trial <= trials; trial++) {
    const at = (span * trial) / (trials + 1);
    const scenario = parseScenario(`
name: live-kill
arrivals: 700/s
service: 5ms
servers: 4
live: { broker: ${broker}, messages: ${messages}, faults: [{ fault: kill, at: ${at.toFixed(3)}s, consumer: 1 }] }
run: { seed: ${trial} }
`);
    const { study, live } = await runStudy(scenario, { engines: ['live'], workers: 1, command: '' });
    const record = study.results.find(({ engine }) => engine === 'live')?.live;
    if (record === undefined) throw new Error(`${broker}: ${live?.problem}`);
    runs.push({ ...record.ledger, predicted: record.disturbed?.predictedLost, guarantee: record.guarantee });
    process.stderr.write(`${broker} trial ${trial}: ${JSON.stringify(runs.at(-1))}\n`);
  }
  const all = of => runs.map(run => of(run) ?? '–').join(' ');
  rows.push(
    `| ${broker} | ${runs[0]?.guarantee} | ${all(run => run.lost)} | ${all(run => run.predicted)} | ${all(run => run.redelivered)} | ${all(run => run.duplicated)} |`,
  );
}

mkdirSync(new URL('../../results/reference', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../../results/reference/live-kill.md', import.meta.url),
  `# A consumer is killed

${messages} messages at 700/s, exponential services of 5 ms, four consumers, one of them killed at ${trials} different times; a
number for each trial. The prediction is that of the model with the same fault.

Measured ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.

| queue | guarantee | lost | predicted | delivered again | processed twice |
|---|---|---|---|---|---|
${rows.join('\n')}
`,
);
