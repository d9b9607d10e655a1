import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiled } from '../../../../compiled.js';
import type { Restart } from '../../broker.js';
import { endInWords, endProcess, startProcess } from '../../own-process.js';
import { LiveUnavailable } from '../../problem.js';
import type { DeliveryTerms } from '../delivery.js';
import type { CurveKeys } from './curve.js';

/** The dispatcher must be bound within this time. */
const bindMs = 10_000;

export interface OwnDispatcher {
  readonly endpoint: string;
  /** Of the dispatcher as it runs now. */
  readonly pid: () => number | undefined;
  /** Resolves with the reason when it ends by itself. */
  readonly lost: Promise<string>;
  readonly restart: Restart;
  readonly close: () => Promise<void>;
}

/** A dispatcher in a process of its own, on a free port of loopback. */
export async function ownDispatcher(terms: DeliveryTerms, keys?: CurveKeys): Promise<OwnDispatcher> {
  let lose: (reason: string) => void = () => {};
  const lost = new Promise<string>(resolve => {
    lose = resolve;
  });
  let isWanted = true;
  const start = async (at: string) => {
    const child = startProcess(
      compiled(import.meta.url, './dispatcher.js'),
      [terms.leaseMs, terms.maxDeliveries, at].map(String),
    );
    child.send({ keys });
    const ended = once(child, 'exit').then(([code, signal]) => endInWords(code, signal));
    const told = await Promise.race([
      once(child, 'message').then(([message]) => message as { endpoint: string }),
      ended,
      sleep(bindMs, `no answer in ${bindMs / 1000} s`, { ref: false }),
    ]);
    if (typeof told === 'string') {
      await endProcess(child);
      throw new LiveUnavailable(`the ZeroMQ dispatcher did not start: ${told}`);
    }
    void ended.then(how => {
      if (isWanted) lose(`the ZeroMQ dispatcher ended (${how})`);
    });
    return { child, endpoint: told.endpoint };
  };
  let { child, endpoint } = await start('tcp://127.0.0.1:*');
  const kill = async () => {
    isWanted = false;
    await endProcess(child);
  };
  return {
    endpoint,
    pid: () => child.pid,
    lost,
    restart: {
      kill,
      async start() {
        ({ child, endpoint } = await start(endpoint));
        isWanted = true;
      },
    },
    close: kill,
  };
}
