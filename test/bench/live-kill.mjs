// What each queue loses when a consumer is killed: 20,000 messages at 700 a second to four consumers, one of them killed
// (SIGKILL) at a time that differs from trial to trial. `npm run live-kill` writes results/reference/live-kill.md after each
// trial; those that are done are kept in results/live-kill.ndjson, the queues in turn, so that it can be stopped and started
// again: `npm run live-kill -- --minutes 10 --only redis-list,bullmq --messages 5000 --out /tmp/kill`
import { brokers } from '../../dist/engines/live/brokers/index.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { meanInterval } from '../../dist/statistics/mean-interval.js';
import { flags } from './time-left.mjs';
import { measuredOf, trialLog, wholeRun } from './trial-log.mjs';

const asked = flags({ only: undefined, trials: '10', messages: '20000', minutes: '600', out: undefined });
const [messages, trials] = [Number(asked.messages), Number(asked.trials)];
const known = Object.keys(brokers).filter(name => name !== 'in-process');
const span = messages / 700;
const log = trialLog('live-kill', asked);
const keyOf = (broker, trial) => `${broker} ${messages} ${trial}/${trials}`;

const wanted = asked.only?.split(',') ?? known;
const all = Array.from({ length: trials }, (_, i) => wanted.map(broker => ({ broker, trial: i + 1 }))).flat();
await log.each(
  all.map(one => [keyOf(one.broker, one.trial), one]),
  killed,
  page,
);

async function killed({ broker, trial }, signal) {
  const at = (span * trial) / (trials + 1);
  const scenario = parseScenario(`
name: live-kill
arrivals: 700/s
service: 5ms
servers: 4
live: { broker: ${broker}, messages: ${messages}, faults: [{ fault: kill, at: ${at.toFixed(3)}s, consumer: 1 }] }
run: { seed: ${trial} }
`);
  const record = await wholeRun(scenario, signal);
  if (record === undefined) return undefined;
  const { predictedLost, lostBesides } = record.disturbed;
  return { ...record.ledger, predictedLost, ...lostBesides, guarantee: record.guarantee };
}

function page() {
  const rows = known.flatMap(broker => {
    const runs = [];
    for (let trial = 1; trial <= trials; trial++) runs.push(log.get(keyOf(broker, trial)));
    const done = runs.filter(Boolean);
    if (done.length === 0) return [];
    const each = of => done.map(run => of(run) ?? '–').join(' ');
    const withSum = of =>
      done.some(run => of(run) === undefined)
        ? each(of)
        : `${each(of)}: ${done.reduce((sum, run) => sum + of(run), 0)}`;
    const besides = done.some(run => run.afterDeath) || done.some(run => run.behind);
    return `| ${broker} | ${done[0].guarantee} | ${withSum(run => run.lost)} | ${withSum(run => run.predictedLost)} | ${besides ? each(run => `${run.afterDeath}+${run.behind}`) : '–'} | ${unexplained(done)} | ${each(run => run.redelivered)} | ${each(run => run.duplicated)} |`;
  });
  return `# A consumer is killed

${messages.toLocaleString('en')} messages at 700/s, exponential services of 5 ms, four consumers, one of them killed (SIGKILL) at ${trials} different times; a number
for each trial, and of what was lost and predicted the sum. The prediction is that of the model with the same fault at the moment
at which it really happened; that of batches goes by the order of sends and requests that they show. What is lost with a batch
is predicted on average; in a single trial the dead consumer may have been a message or two behind its model, or before it.

Lost besides, where each consumer has a queue of its own: *a + b*, a messages that were dealt to the dead before the sender heard of its
death, and b that its model had served by then, because the consumer was held up by its host. *More* is what was lost beyond all that in
a trial, on average, with its 95 % interval by Student where trials differ.

${measuredOf(all.map(one => log.get(keyOf(one.broker, one.trial))).filter(Boolean))}

| queue | guarantee | lost | predicted | besides | more | delivered again | processed twice |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** What neither the prediction nor the dealing after death accounts for: trials are independent of each other. */
function unexplained(done) {
  if (done.some(run => run.predictedLost === undefined)) return '–';
  const more = done.map(
    ({ lost, predictedLost, afterDeath = 0, behind = 0 }) => lost - predictedLost - afterDeath - behind,
  );
  if (more.every(one => one === more[0])) return `${more[0]}`;
  const { value, low, high } = meanInterval(more, 0.95);
  return `${value.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`.replaceAll('-', '−');
}
