import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiled } from '../../../../compiled.js';
import type { Broker } from '../../broker.js';
import { endInWords, endProcess, startProcess } from '../../own-process.js';
import { LiveUnavailable } from '../../problem.js';
import { processorSecondsOf } from '../../processor.js';
import { deliveryTerms } from '../delivery.js';
import { connectReceiver, connectSender, dealer, type ZeromqAddress } from './client.js';
import { frame } from './frames.js';
import { software } from './software.js';

/** The dispatcher must be bound within this time. */
const bindMs = 10_000;
/** A dispatcher that is alive answers a count within this time. */
const answerMs = 5000;

/**
 * ZeroMQ, ROUTER/DEALER: send, receive, acknowledge, by way of a dispatcher process with one central queue. A
 * consumer has a credit of so many messages, 1 unless more is asked for. No server is needed. At least once, as
 * long as the dispatcher lives.
 */
export const zeromq: Broker = {
  name: 'zeromq',
  colocated: false,
  topology: ({ credit = 1 }) => (credit === 1 ? { kind: 'shared' } : { kind: 'credit', credit }),
  guarantee: 'at-least-once',
  async open({ settings }) {
    const terms = deliveryTerms(settings);
    const dispatcher = startProcess(
      compiled(import.meta.url, './dispatcher.js'),
      [terms.leaseMs, terms.maxDeliveries].map(String),
    );
    const ended = once(dispatcher, 'exit').then(([code, signal]) => endInWords(code, signal));
    let endpoint: string;
    try {
      endpoint = await bound(dispatcher, ended);
    } catch (error) {
      await endProcess(dispatcher);
      throw error;
    }
    const address: ZeromqAddress = { endpoint, credit: settings?.credit ?? 1, ...terms };
    const probe = dealer(address);
    probe.receiveTimeout = answerMs;
    let closed = false;
    return {
      software: software(),
      address,
      lost: ended.then(how =>
        closed ? new Promise<string>(() => {}) : `the ZeroMQ dispatcher ended (${how})`,
      ),
      async depth() {
        await probe.send([frame.depth]);
        const [, count] = await probe.receive();
        return Number(count.toString());
      },
      async deadLetters() {
        const asking = dealer(address);
        asking.receiveTimeout = answerMs;
        try {
          await asking.send([frame.dead]);
          return (await asking.receive()).slice(1);
        } finally {
          asking.close();
        }
      },
      processorSeconds: () => processorSecondsOf(dispatcher.pid),
      async close() {
        if (closed) return;
        closed = true;
        probe.close();
        await endProcess(dispatcher);
      },
    };
  },
  connectSender,
  connectReceiver,
};

/** The endpoint on which the dispatcher listens. */
async function bound(dispatcher: ChildProcess, ended: Promise<string>): Promise<string> {
  const told = await Promise.race([
    once(dispatcher, 'message').then(([message]) => message as { endpoint: string }),
    ended,
    sleep(bindMs, `no answer in ${bindMs / 1000} s`, { ref: false }),
  ]);
  if (typeof told === 'string') throw new LiveUnavailable(`the ZeroMQ dispatcher did not start: ${told}`);
  return told.endpoint;
}
