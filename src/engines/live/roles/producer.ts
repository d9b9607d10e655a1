import type { Sender } from '../broker.js';
import { brokerNamed } from '../brokers/index.js';
import { now } from '../clock.js';
import { encode } from '../message.js';
import { pace } from '../pacing/pacer.js';
import { sharpenTimers } from '../pacing/timer-slack.js';
import { flood } from './flood.js';
import { link } from './link.js';
import type { Order, ProducerTask } from './protocol.js';

/*
 * The producer's process: sends each message when the schedule says, whatever the queue does (an open loop),
 * and reports when it really did.
 */
sharpenTimers();
const { report, onMessage } = link();

/** Sent messages between two reports. */
const reportEvery = 64;

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
    else await produce(task, order.epoch);
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
});

async function produce(task: ProducerTask, epoch: number): Promise<void> {
  const { intended, services, payloadBytes, inFlight } = task;
  const used = process.cpuUsage();
  const sent = new Float64Array(intended.length);
  let failure: Error | undefined;
  const pending = new Set<Promise<void>>();
  let reported = 0;
  const flush = (upTo: number) => {
    if (upTo > reported) report({ kind: 'sent', from: reported, times: sent.slice(reported, upTo) });
    reported = upTo;
  };
  const send = (id: number): Promise<void> => {
    sent[id] = now() - epoch;
    const delivery = sender
      .send(encode({ id, intended: intended[id], sent: sent[id], service: services[id] }, payloadBytes))
      .catch((error: Error) => {
        failure ??= error;
      })
      .finally(() => pending.delete(delivery));
    pending.add(delivery);
    if (id - reported >= reportEvery) flush(id + 1);
    return delivery;
  };
  const ended = () => stopped || failure !== undefined;
  const count = inFlight
    ? await flood({ count: intended.length, inFlight, epoch, send, stopped: ended })
    : await pace(intended, epoch, send, ended);
  flush(count);
  await Promise.all(pending);
  if (failure) report({ kind: 'failed', message: failure.message });
  await sender.close();
  const { user, system } = process.cpuUsage(used);
  report({ kind: 'ended', processorSeconds: (user + system) / 1e6 });
}
