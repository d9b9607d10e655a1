import type { Sender } from '../broker.js';
import { brokerNamed } from '../brokers/index.js';
import { now } from '../clock.js';
import { encode } from '../message.js';
import { pace } from '../pacing/pacer.js';
import { sharpenTimers } from '../pacing/timer-slack.js';
import { flood } from './flood.js';
import { link } from './link.js';
import { Pending } from './pending.js';
import type { Order, ProducerTask } from './protocol.js';

/*
 * The producer's process: sends each message when the schedule says, whatever the queue does (an open loop),
 * and reports when it really did.
 */
sharpenTimers();
const { report, onMessage } = link();

/** Seconds between two reports. */
const reportEvery = 0.2;

let task: ProducerTask | undefined;
let sender: Sender;
let stopped = false;

onMessage(async message => {
  try {
    if (task === undefined) {
      task = message as ProducerTask;
      sender = await (await brokerNamed(task.broker)).connectSender(task.address);
      report({ kind: 'ready' });
      return;
    }
    const order = message as Order;
    if (order.kind === 'stop') stopped = true;
    else if (order.kind === 'start') await produce(task, order.epoch);
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
});

async function produce(task: ProducerTask, epoch: number): Promise<void> {
  const { intended, services, payloadBytes, inFlight } = task;
  const used = process.cpuUsage();
  const sent = new Float64Array(intended.length);
  let failure: Error | undefined;
  const deliveries = new Pending();
  const broken = (error: Error) => {
    failure ??= error;
  };
  let reported = 0;
  let lastReport = 0;
  const flush = (upTo: number) => {
    if (upTo > reported) report({ kind: 'sent', from: reported, times: sent.slice(reported, upTo) });
    reported = upTo;
    lastReport = now() - epoch;
  };
  const send = (id: number): Promise<void> => {
    sent[id] = now() - epoch;
    if (sent[id] - lastReport >= reportEvery) flush(id);
    const header = { id, intended: intended[id], sent: sent[id], service: services[id] };
    return deliveries.add(sender.send(encode(header, payloadBytes)), { broken });
  };
  const ended = () => stopped || failure !== undefined;
  const count = inFlight
    ? await flood({ count: intended.length, inFlight, epoch, send, stopped: ended })
    : await pace(intended, epoch, send, ended);
  flush(count);
  await deliveries.settled();
  if (failure) report({ kind: 'failed', message: failure.message });
  await sender.close();
  const { user, system } = process.cpuUsage(used);
  report({ kind: 'ended', processorSeconds: (user + system) / 1e6 });
}
