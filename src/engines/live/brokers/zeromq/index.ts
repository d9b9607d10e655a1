import type { Broker } from '../../broker.js';
import { processorSecondsOf } from '../../processor.js';
import { deliveryTerms } from '../delivery.js';
import { connectReceiver, connectSender, dealer, type ZeromqAddress } from './client.js';
import { keysFor } from './curve.js';
import { frame } from './frames.js';
import { ownDispatcher } from './own-dispatcher.js';
import { software } from './software.js';

/** A dispatcher that is alive answers a count within this time. */
const answerMs = 5000;

/**
 * ZeroMQ, ROUTER/DEALER: send, receive, acknowledge, by way of a dispatcher process with one central queue. A
 * consumer has a credit of so many messages, 1 unless more is asked for. No server is needed. At least once, as
 * long as the dispatcher lives.
 */
export const zeromq: Broker = {
  name: 'zeromq',
  packages: ['zeromq'],
  colocated: false,
  topology: ({ credit = 1 }) => (credit === 1 ? { kind: 'shared' } : { kind: 'credit', credit }),
  guarantee: 'at-least-once',
  // What waits is in its memory; what is with consumers they serve to the end.
  afterRestart: () => 'forgets',
  detour: {
    from(address) {
      const { hostname, port } = new URL((address as ZeromqAddress).endpoint);
      return { host: hostname, port: Number(port) };
    },
    by: (address, port) => ({ ...address, endpoint: `tcp://127.0.0.1:${port}` }),
  },
  async open({ settings, capacity, comesBack = false }) {
    const terms = deliveryTerms(settings);
    const keys = keysFor(settings);
    const own = await ownDispatcher(terms, keys);
    const { endpoint } = own;
    const address: ZeromqAddress = {
      endpoint,
      credit: settings?.credit ?? 1,
      comesBack,
      ...(capacity !== undefined && { capacity }),
      ...terms,
      ...(keys && { publicKey: keys.publicKey }),
    };
    const probe = dealer(address);
    // An answer that was lost with its connection is not waited for long.
    probe.receiveTimeout = comesBack ? answerMs / 10 : answerMs;
    let closed = false;
    return {
      software: software(),
      address,
      lost: own.lost,
      restart: own.restart,
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
      processorSeconds: () => processorSecondsOf(own.pid()),
      async close() {
        if (closed) return;
        closed = true;
        probe.close();
        await own.close();
      },
    };
  },
  connectSender,
  connectReceiver,
};
