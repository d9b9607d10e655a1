import { BroadcastChannel } from 'node:worker_threads';

type Waiter = (message: Buffer | undefined) => void;

/** The queue itself: messages that wait for a consumer, or consumers that wait for a message. */
export class Post {
  /** Consumers connected. */
  readers = 0;
  private readonly messages: Buffer[] = [];
  private readonly waiters: Waiter[] = [];
  private readonly channel: BroadcastChannel;

  constructor(name: string) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = (event: unknown) => {
      const message = Buffer.from((event as { data: Uint8Array }).data);
      const waiter = this.waiters.shift();
      if (waiter) waiter(message);
      else this.messages.push(message);
    };
  }

  /** The next message; `onWait` is told who waits when there is none yet. */
  take(onWait: (waiter: Waiter) => void): Promise<Buffer | undefined> {
    if (this.messages.length > 0) return Promise.resolve(this.messages.shift());
    return new Promise(resolve => {
      this.waiters.push(resolve);
      onWait(resolve);
    });
  }

  /** Ends the wait of one consumer. */
  forget(waiter: Waiter): void {
    const place = this.waiters.indexOf(waiter);
    if (place < 0) return;
    this.waiters.splice(place, 1);
    waiter(undefined);
  }

  close(): void {
    this.channel.close();
  }
}
