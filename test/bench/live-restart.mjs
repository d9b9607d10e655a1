// What each queue loses when its server is killed (SIGKILL) in mid-run and comes back half a second later, for each kind of
// persistence, and with Sentinel and a replica: 1,200 messages at 160 a second to four consumers. `npm run live-restart`
// writes results/reference/live-restart.md after each trial; those that are done are kept in results/live-restart.ndjson,
// the queues in turn: `npm run live-restart -- --minutes 10 --only bullmq --out /tmp/restart`
import { brokerFaults, brokerSettings } from '../../dist/scenario/brokers.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { flags } from './time-left.mjs';
import { measuredOf, trialLog, wholeRun } from './trial-log.mjs';

const asked = flags({ only: undefined, trials: '3', messages: '1200', minutes: '600', out: undefined });
const [messages, trials] = [Number(asked.messages), Number(asked.trials)];
const log = trialLog('live-restart', asked);

const persistence = ['none', 'rdb', 'aof-everysec', 'aof-always'].map(kind => ({
  name: kind,
  live: `persistence: ${kind}`,
}));
const sentinel = { name: 'Sentinel, a replica', live: 'availability: sentinel' };
const cases = Object.keys(brokerFaults)
  .filter(broker => brokerFaults[broker].includes('restart'))
  .flatMap(broker => {
    if (!brokerSettings[broker].includes('persistence')) return [{ broker, name: 'in memory', live: '' }];
    const all = brokerSettings[broker].includes('availability') ? [...persistence, sentinel] : persistence;
    return all.map(one => ({ broker, ...one }));
  });
const keyOf = ({ broker, name }, trial) => `${broker}, ${name}, ${messages}, ${trial}`;

const wanted = cases.filter(({ broker }) => !asked.only || asked.only.split(',').includes(broker));
const all = Array.from({ length: trials }, (_, i) => wanted.map(one => ({ ...one, trial: i + 1 }))).flat();
await log.each(
  all.map(one => [keyOf(one, one.trial), one]),
  restarted,
  page,
);

async function restarted({ broker, live, trial }, signal) {
  const at = (messages / 160) * (0.3 + 0.1 * trial);
  const scenario = parseScenario(`
name: live-restart
arrivals: 160/s
service: 20ms
servers: 4
live: { broker: ${broker}, messages: ${messages}, ${live && `${live}, `}faults: [{ fault: restart, at: ${at.toFixed(2)}s, for: 500ms }] }
run: { seed: ${trial} }
`);
  const record = await wholeRun(scenario, signal);
  if (record === undefined) return undefined;
  const [{ outage, waiting }] = record.disturbed.happened;
  const { predictedLost } = record.disturbed;
  return { ...record.ledger, outage, waiting, predictedLost, guarantee: record.guarantee };
}

function page() {
  const rows = cases.flatMap(one => {
    const runs = [];
    for (let trial = 1; trial <= trials; trial++) runs.push(log.get(keyOf(one, trial)));
    const done = runs.filter(Boolean);
    if (done.length === 0) return [];
    const each = of => done.map(run => of(run) ?? '–').join(' ');
    return `| ${one.broker} | ${done[0].guarantee} | ${one.name} | ${each(run => run.lost)} | ${each(run => run.waiting)} | ${each(run => run.predictedLost)} | ${each(run => run.duplicated)} | ${each(run => run.outage?.toFixed(2))} |`;
  });
  return `# The server of the queue is killed and comes back

${messages.toLocaleString('en')} messages at 160/s, exponential services of 20 ms, four consumers; the server is killed (SIGKILL) in mid-run and started again
half a second later. A number for each of ${trials} trials. *Waiting* are the messages that had been sent and had come to no consumer when
it was killed; *predicted* is what the model with the same fault loses, where a model can say it. On a busy host more wait than by the
model. The outage is the longest time in which no message came to any consumer.

A killed process loses nothing that it had handed to the system, so a log that is forced to disk each second loses no more than one
that is forced before each reply: that takes a loss of power. A snapshot a second old forgets what was inserted since, and brings
back what was done since. Senders of queues that deliver at least once send again what was not answered; those of queues that
deliver at most once do not, and lose what they sent in the milliseconds until they heard of the kill.
A primary that comes back empty before the Sentinels have put the replica into its place takes the replica's copy along.

${measuredOf(all.map(one => log.get(keyOf(one, one.trial))).filter(Boolean))}

| queue | guarantee | keeps on disk | lost | waiting | predicted | processed twice | outage, s |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
