import { Worker } from 'bullmq';
import type { Address, Receiver } from '../../broker.js';
import type { DeliveryTerms } from '../delivery.js';
import { isConnectionLost } from '../redis/again.js';
import { connect } from '../redis/connect.js';
import { lost } from '../redis/fetcher.js';
import type { RedisAddress } from '../redis/open.js';
import { dataOf, type JobData, queueName } from './jobs.js';

/** A job that the worker has, and how its processor is told what became of it. */
interface InHand {
  readonly message: Buffer;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** A promise, and how to keep or break it. */
interface Answer {
  readonly kept: () => void;
  readonly broken: (error: Error) => void;
}

/**
 * A worker whose processor lasts until the consumer has acknowledged the job. Its lock is renewed meanwhile. The reply
 * to the end of a job brings the next one along, as BullMQ does it.
 */
export async function connectReceiver(address: Address): Promise<Receiver> {
  const { url, prefix, leaseMs, maxDeliveries, comesBack = false } = address as RedisAddress & DeliveryTerms;
  const connection = await connect(url, { comesBack });
  const inbox: InHand[] = [];
  let current: InHand | undefined;
  let answer: Answer | undefined;
  let wake = () => {};
  let failure: Error | undefined;
  let [started, stopped, over] = [false, false, false];

  const worker = new Worker<JobData>(
    queueName,
    job =>
      new Promise<void>((done, failed) => {
        inbox.push({ message: dataOf(job.data), done, failed });
        wake();
      }),
    {
      ...{ connection, prefix, skipVersionCheck: true, autorun: false, concurrency: 1 },
      ...{ lockDuration: leaseMs, stalledInterval: leaseMs / 2, maxStalledCount: maxDeliveries - 1 },
    },
  );
  worker.on('completed', () => answer?.kept());
  worker.on('failed', () => answer?.kept());
  worker.on('error', error => {
    if (isConnectionLost(error)) failure = comesBack ? undefined : lost(error, url);
    else answer?.broken(lost(error, url));
    wake();
  });
  await worker.waitUntilReady();

  /** The worker says that it has told the server. */
  const answered = (tell: (job: InHand) => void): Promise<void> => {
    const job = current as InHand;
    current = undefined;
    const reply = new Promise<void>((resolve, reject) => {
      answer = { kept: resolve, broken: reject };
    });
    tell(job);
    return reply;
  };
  /** A worker that waits can only be called back by closing it. */
  const end = async () => {
    await worker.close(true);
    connection.disconnect();
    over = true;
    wake();
  };

  return {
    async receive() {
      if (!started) void worker.run().catch(() => {});
      started = true;
      for (;;) {
        current = inbox.shift();
        if (current) return current.message;
        if (over) return undefined;
        if (failure) throw failure;
        if (stopped) void end();
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
    acknowledge: () => answered(({ done }) => done()),
    reject: () => answered(({ failed }) => failed(new Error('the work failed'))),
    stop() {
      if (stopped) return;
      stopped = true;
      void worker.pause(true);
      if (current === undefined) void end();
    },
    close: end,
  };
}
