// What the harness itself costs: the throughput of each pattern through the whole tool, with every message timed
// and recorded, against bare loops of the same commands in as many processes. Pairs of runs in turn.
// `npm run live-cost > results/reference/live-cost.md` on an otherwise idle machine.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { max, median, min } from 'simple-statistics';
import { attempt } from '../../dist/engines/live/attempt.js';
import { brokerNamed } from '../../dist/engines/live/brokers/index.js';
import { now } from '../../dist/engines/live/clock.js';
import { Role } from '../../dist/engines/live/roles/role.js';

const rounds = 11;
const consumers = 2;
const inFlight = 128;
/** How many messages keep each busy for some seconds, and the ratio that is to be held. */
const patterns = {
  'redis-list': { count: 60_000, target: 0.9 },
  'redis-list-pop': { count: 60_000, target: 0.9 },
  'redis-list-batch': { count: 300_000, target: 0.9 },
  'redis-stream': { count: 60_000, target: 0.9 },
  zeromq: { count: 30_000, target: 0.8 },
};

/** Starts a role of the bare loop. */
async function started(pattern, task) {
  const child = fork(new URL(`bare/${pattern}.mjs`, import.meta.url));
  child.send(task);
  const [ready] = await once(child, 'message');
  return { child, ready, ended: once(child, 'message').then(([told]) => told) };
}

/** Messages a second through the bare loops. */
async function bare(pattern, count) {
  const server = pattern.startsWith('redis')
    ? await (await brokerNamed(pattern)).open({ consumers })
    : undefined;
  const dispatcher = server ? undefined : await started(pattern, { role: 'dispatcher' });
  const address = server ? { url: server.address.url, key: 'bare' } : { endpoint: dispatcher.ready.endpoint };
  const serving = await started(pattern, { role: 'consumers', ...address, count, consumers });
  const sending = await started(pattern, { role: 'producer', ...address, count, inFlight });
  const roles = [dispatcher, serving, sending].filter(Boolean);
  try {
    for (const { child } of roles) child.send('go');
    const [{ begun }, { ended }] = await Promise.all([sending.ended, serving.ended]);
    return count / (ended - begun);
  } finally {
    for (const { child } of roles) child.kill();
    await server?.close();
  }
}

/** Messages a second through the tool. */
async function harnessed(pattern, count) {
  const { collector, ending } = await attempt({
    live: { broker: pattern, messages: count, service: 'natural', payloadBytes: 0 },
    consumers,
    workload: { intended: new Float64Array(count), services: new Float64Array(count) },
    payload: new Uint32Array(count),
    inFlight,
  });
  if (ending.kind !== 'complete') throw new Error(`${pattern}: ${ending.kind}`);
  const { sent, acknowledged } = collector.observations;
  return count / (max(acknowledged) - min(sent));
}

/** The sender alone: how late it sends, at what rate, and what it costs. */
async function paced(rate, seconds) {
  const kind = await brokerNamed('zeromq');
  const broker = await kind.open({ consumers });
  const intended = Float64Array.from({ length: rate * seconds }, (_, i) => i / rate);
  const sent = new Float64Array(intended.length);
  const task = {
    ...{ broker: 'zeromq', address: broker.address, payload: new Uint32Array(intended.length) },
    sends: {
      kind: 'schedule',
      ids: Int32Array.from(intended.keys()),
      intended,
      services: intended,
      backlog: 0,
    },
  };
  const sender = new Role(new URL('../../dist/engines/live/roles/producer.js', import.meta.url), task, {
    onReport: ({ rows }) => {
      for (const [row, id] of rows.id.entries()) sent[id] = rows.sent[row];
    },
    onFailure: message => {
      throw new Error(message);
    },
  });
  await sender.whenReady();
  sender.start(now() + 0.3);
  await sleep((seconds + 1) * 1000);
  await sender.end(5000);
  await broker.close();
  const late = sent.map((time, i) => time - intended[i]).sort();
  const span = sent[sent.length - 1] - sent[0];
  return {
    p50: late[Math.floor(late.length / 2)],
    p99: late[Math.floor(late.length * 0.99)],
    rate: (sent.length - 1) / span,
    cores: sender.processorSeconds / seconds,
  };
}

const round = (x, digits = 3) =>
  Number(x.toPrecision(digits)).toLocaleString('en', { maximumSignificantDigits: digits });
const date = new Date().toISOString().slice(0, 10);
console.log(`# What the harness costs

Measured ${date}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load average ${loadavg()[0].toFixed(2)} at the start.

## Throughput against bare loops

${consumers} consumers, ${inFlight} sends in flight, services of no length; ${rounds} pairs of runs in turn. The bare
loops issue the commands of the pattern from as many processes and record nothing. The ratio is the median over the pairs.
The tool lets what is sent at one moment leave in one write, which a bare loop does not: so it can be ahead.

| pattern | messages | bare loop | sojourn | ratio | of the pairs | target |
|---|---|---|---|---|---|---|`);
for (const [pattern, { count, target }] of Object.entries(patterns)) {
  const pairs = [];
  for (let i = 0; i <= rounds; i++) {
    const pair = { bare: await bare(pattern, count), tool: await harnessed(pattern, count) };
    // The first pair warms the machine.
    if (i > 0) pairs.push({ ...pair, ratio: pair.tool / pair.bare });
  }
  const ratios = pairs.map(({ ratio }) => ratio);
  const ratio = median(ratios);
  console.log(
    `| ${pattern} | ${round(count)} | ${round(median(pairs.map(pair => pair.bare)))}/s | ${round(median(pairs.map(pair => pair.tool)))}/s | ${ratio.toFixed(2)} | ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} | at least ${target}: ${ratio >= target ? 'held' : 'missed'} |`,
  );
}

console.log(`
## Pacing

The sender of a live run alone, at even intervals for ten seconds.

| asked | sent | lateness p50 | p99 | cores of the sender | target |
|---|---|---|---|---|---|`);
for (const [rate, target] of [
  [1000, 'p50 under 50 µs, under 0.15 cores'],
  [10_000, 'rate within 1 %'],
]) {
  const told = await paced(rate, 10);
  const held = rate === 1000 ? told.p50 < 5e-5 && told.cores < 0.15 : Math.abs(told.rate / rate - 1) < 0.01;
  console.log(
    `| ${round(rate)}/s | ${round(told.rate, 5)}/s | ${round(told.p50 * 1e6)} µs | ${round(told.p99 * 1e6)} µs | ${told.cores.toFixed(2)} | ${target}: ${held ? 'held' : 'missed'} |`,
  );
}
