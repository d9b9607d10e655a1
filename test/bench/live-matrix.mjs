// Every real queue against the twin of its own topology: utilisation x consumers x law of service, services of 10 ms,
// `virtual`. Cells that are done are kept in results/live-matrix.ndjson, so it can be stopped and started again; each
// cell writes results/reference/live-matrix.md anew. `npm run live-matrix -- --only redis-stream --messages 5000`
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { brokers } from '../../dist/engines/live/brokers/index.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { runStudy } from '../../dist/study/run-study.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    messages: { type: 'string', default: '5000' },
    tries: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '600' },
  },
});
const messages = Number(values.messages);
const until = Date.now() + 60_000 * Number(values.minutes);
const log = new URL('../../results/live-matrix.ndjson', import.meta.url);
const page = new URL('../../results/reference/live-matrix.md', import.meta.url);
mkdirSync(new URL('.', page), { recursive: true });

const laws = {
  exponential: 'exponential',
  deterministic: 'deterministic',
  lognormal: 'lognormal, scv: 2',
};
/** What must hold in 19 cells of 20: the difference from the twin, relative. */
const margins = { meanSojourn: 0.03, meanWait: 0.02, p50Sojourn: 0.05, p90Sojourn: 0.03, p99Sojourn: 0.04 };

const patterns = (values.only?.split(',') ?? Object.keys(brokers)).filter(name => name !== 'in-process');
const cells = patterns.flatMap(broker =>
  [0.5, 0.7, 0.85].flatMap(load =>
    [1, 2, 4, 8].flatMap(consumers => Object.keys(laws).map(law => ({ broker, load, consumers, law }))),
  ),
);
const keyOf = ({ broker, load, consumers, law }) => `${broker} ${load} ${consumers} ${law}`;
const done = new Map(
  (existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    : []
  )
    .filter(cell => cell.measures)
    .map(cell => [keyOf(cell), cell]),
);

for (const cell of cells) {
  if (done.has(keyOf(cell))) continue;
  if (Date.now() > until) break;
  const measured = await runOf(cell);
  done.set(keyOf(cell), measured);
  appendFileSync(log, `${JSON.stringify(measured)}\n`);
  write();
}
write();

/** A run that fails its own checks does not count; another seed does it again. */
async function runOf(cell) {
  const { broker, load, consumers, law } = cell;
  let attempts = 0;
  let problem = '';
  for (let seed = 1; seed <= Number(values.tries); seed++) {
    const scenario = parseScenario(`
name: live-matrix
arrivals: ${(load * consumers) / 0.01}/s
service: { distribution: ${laws[law]}, ${law === 'deterministic' ? 'value' : 'mean'}: 10ms }
servers: ${consumers}
live: { broker: ${broker}, messages: ${messages} }
run: { seed: ${seed} }
thresholds: ['p90 sojourn < 10s']
`);
    const { study, live } = await runStudy(scenario, { engines: ['live'], workers: 1, command: '' });
    const result = study.results.find(({ engine }) => engine === 'live');
    attempts += result?.live.attempts ?? 0;
    problem = live?.problem ?? '';
    process.stderr.write(`${keyOf(cell)} seed ${seed}: ${live?.kind} ${problem}\n`);
    if (live?.kind !== 'measured') continue;
    const of = name => study.comparisons.find(({ measure }) => measure === name);
    return {
      ...cell,
      ...{ seed, attempts, messages, at: result.live.startedAt, software: result.live.software },
      shared: result.live.sharedQueue?.difference,
      measures: Object.fromEntries(
        Object.keys(margins).map(name => {
          const row = of(name);
          return [name, { live: row?.columns.live?.value, difference: row?.difference?.value ?? null }];
        }),
      ),
    };
  }
  return { ...cell, attempts, problem };
}

function write() {
  const rows = cells.map(cell => done.get(keyOf(cell)) ?? cell);
  const gated = rows.filter(({ measures }) => measures);
  const percent = value =>
    value === null || value === undefined
      ? '–'
      : `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(2)} %`;
  const names = Object.keys(margins);
  const inside = names.map(name => {
    const seen = gated.filter(({ measures }) => measures[name].difference !== null);
    const kept = seen.filter(({ measures }) => Math.abs(measures[name].difference) <= margins[name]);
    return `${name} within ${100 * margins[name]} %: ${kept.length} of ${seen.length}`;
  });
  const dates = gated.map(({ at }) => at.slice(0, 10)).sort();
  const text = `# Real queues against the twins of their own topologies

Services of 10 ms, \`virtual\`; the twin is the model of the queue's own topology with the very messages that were sent. Only
runs that passed all their own checks count; "tries" says how many it took. "Shared queue" is the mean sojourn time beside
that of one queue for all consumers, where the queue is none, with its 95 % interval.

${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}; ${[...new Set(gated.map(({ software }) => software))].join('; ') || 'nothing measured yet'}.
Measured ${[...new Set([dates[0], dates.at(-1)])].filter(Boolean).join(' to ') || 'never'}; ${gated.length} of ${rows.length} cells.

${inside.map(line => `- ${line}`).join('\n')}

| queue | load | consumers | service | messages | tries | W measured | ${names.join(' | ')} | shared queue |
|---|---|---|---|---|---|---|${names.map(() => '---|').join('')}---|
${gated
  .map(({ broker, load, consumers, law, messages: count, attempts, measures, shared }) =>
    [
      ...['', broker, load, consumers, law, count, attempts],
      `${(1000 * measures.meanSojourn.live).toFixed(2)} ms`,
      ...names.map(name => percent(measures[name].difference)),
      shared ? `${percent(shared.value)} (${percent(shared.low)} to ${percent(shared.high)})` : '',
      '',
    ]
      .join(' | ')
      .trim(),
  )
  .join('\n')}
`;
  const draft = new URL(`${page.href}.part`);
  writeFileSync(draft, text);
  renameSync(draft, page);
}
