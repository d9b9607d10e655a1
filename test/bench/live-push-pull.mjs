// PUSH and PULL deal messages in turn, whoever is free: its model is a queue for each consumer (E_c/M/1), not M/M/c, which is
// that of the dispatcher with a credit of one message. Both queues with the same messages, seed by seed, in turn. Runs that are
// done are kept in results/live-push-pull.ndjson; `npm run live-push-pull` writes results/reference/live-push-pull.md.
import { verdictOf } from '../../dist/comparison/verdict.js';
import { predict } from '../../dist/engines/theory/index.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { meanInterval } from '../../dist/statistics/mean-interval.js';
import { runStudy } from '../../dist/study/run-study.js';
import { flags } from './time-left.mjs';
import { measuredOf, trialLog } from './trial-log.mjs';

const asked = flags({ seeds: '6', messages: '5000', tries: '3', minutes: '600', out: undefined });
const [messages, seeds] = [Number(asked.messages), Number(asked.seeds)];
const load = 0.7;
const margin = 0.03;
const confidence = 0.95;
const queues = ['zeromq-push-pull', 'zeromq'];
const log = trialLog('live-push-pull', asked);
const keyOf = ({ queue, consumers, seed }) => `${queue} ${consumers} ${messages} ${seed}`;

const all = Array.from({ length: seeds }, (_, i) =>
  [2, 4].flatMap(consumers => queues.map(queue => ({ queue, consumers, seed: i + 1 }))),
).flat();
await log.each(
  all.map(one => [keyOf(one), one]),
  measured,
  page,
);

/** Only a run that passed its own checks counts; the same messages are sent again until one does. */
async function measured(one, signal) {
  const { queue, consumers, seed } = one;
  const scenario = parseScenario(`
name: live-push-pull
arrivals: ${(load * consumers) / 0.01}/s
service: 10ms
servers: ${consumers}
live: { broker: ${queue}, messages: ${messages} }
run: { seed: ${seed}, confidence: ${confidence} }
`);
  let attempts = 0;
  let problem;
  for (let i = 0; i < Number(asked.tries); i++) {
    const { study, live } = await runStudy(scenario, {
      ...{ engines: ['live'], workers: 1, command: '', signal },
    });
    if (signal.aborted) return undefined;
    const result = study.results.find(({ engine }) => engine === 'live');
    attempts += result?.live.attempts ?? 0;
    problem = live?.problem;
    if (live?.kind === 'not-comparable') continue;
    if (live?.kind !== 'measured') break;
    const { columns, difference } = study.comparisons.find(({ measure }) => measure === 'meanSojourn');
    const { software, sharedQueue } = result.live;
    return {
      ...one,
      attempts,
      software,
      sojourn: columns.live,
      own: difference,
      shared: sharedQueue?.difference,
    };
  }
  return { ...one, attempts, problem };
}

function page() {
  const runs = all.map(one => log.get(keyOf(one))).filter(run => run?.sojourn);
  const software = [...new Set(runs.map(run => run.software))].join('; ');
  return `# PUSH and PULL: a queue for each consumer, not M/M/c

${messages.toLocaleString('en')} messages a run, exponential services of 10 ms, \`virtual\`, utilisation ${load}; both queues got the same messages of each seed, in turn. Only runs
that passed their own checks count. "Round robin" is the recursion with a queue for each consumer, "one queue" that of M/M/c,
both with the very messages that were sent: what all three share cancels message by message. Intervals of a run are of 95 %, from its
batches; those of all seeds by Student's t over the seeds. A queue agrees with a model where the whole interval lies within ${100 * margin} %,
and differs where it lies wholly outside.

${measuredOf(runs)}${software && ` ${software}.`}

${[2, 4].map(consumers => part(consumers, runs)).join('\n')}`;
}

function part(consumers, runs) {
  const of = queue => runs.filter(run => run.queue === queue && run.consumers === consumers);
  const exact = { one: theory('poisson', consumers), own: theory('in turn', consumers) };
  const conclusions = [
    concluded(
      'zeromq-push-pull',
      'round robin',
      of('zeromq-push-pull').map(run => run.own),
    ),
    concluded(
      'zeromq-push-pull',
      'one queue',
      of('zeromq-push-pull').map(run => run.shared),
    ),
    concluded(
      'zeromq, credit 1',
      'one queue',
      of('zeromq').map(run => run.own),
    ),
  ];
  const rows = queues.flatMap(queue =>
    of(queue).map(run => {
      const round = queue === 'zeromq' ? '' : percent(run.own);
      const one = percent(queue === 'zeromq' ? run.own : run.shared);
      return `| ${queue} | ${run.seed} | ${run.attempts} | ${milliseconds(run.sojourn)} | ${round} | ${one} |`;
    }),
  );
  const means = queues.flatMap(queue => {
    const mean = overSeeds(of(queue).map(run => run.sojourn));
    return mean ? [`- ${queue}: mean sojourn time ${milliseconds(mean)} over ${of(queue).length} seeds`] : [];
  });
  return `## ${consumers} consumers

${[...conclusions.flat(), ...means].join('\n')}
- exact: M/M/${consumers} ${(1000 * exact.one).toFixed(2)} ms, E${consumers}/M/1 ${(1000 * exact.own).toFixed(2)} ms

| queue | seed | tries | mean sojourn | from round robin | from one queue |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function concluded(queue, model, differences) {
  const mean = overSeeds(differences);
  if (mean === undefined) return [];
  const verb = { agrees: 'agrees with', differs: 'differs from', inconclusive: 'is not decided against' };
  return [
    `- ${queue} ${verb[verdictOf(mean, margin)]} ${model}: ${percent(mean)} over ${differences.length} seeds`,
  ];
}

function overSeeds(estimates) {
  if (estimates.length < 2) return undefined;
  return meanInterval(
    estimates.map(({ value }) => value),
    confidence,
  );
}

/** Mean sojourn time, seconds: of one queue with Poisson arrivals, or of one consumer who gets every c-th of them. */
function theory(arrivals, consumers) {
  const each = 0.01 / load;
  const outcome = predict(
    parseScenario(
      arrivals === 'poisson'
        ? `{ name: one-queue, arrivals: ${consumers / each}/s, service: 10ms, servers: ${consumers} }`
        : `{ name: in-turn, arrivals: { process: renewal, interarrival: { distribution: erlang, k: ${consumers}, mean: ${each}s } }, service: 10ms, servers: 1 }`,
    ),
  );
  return outcome.result.measures.meanSojourn.value;
}

function percent({ value, low, high }) {
  const signed = share => `${share < 0 ? '−' : '+'}${(100 * Math.abs(share)).toFixed(2)} %`;
  return `${signed(value)} (${signed(low)} to ${signed(high)})`;
}

function milliseconds({ value, low, high }) {
  return `${(1000 * value).toFixed(2)} ms (${(1000 * low).toFixed(2)} to ${(1000 * high).toFixed(2)})`;
}
