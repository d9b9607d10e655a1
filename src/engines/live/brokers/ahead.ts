interface Waiting<T> {
  readonly resolve: (message: T | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Fetches messages one after the other, up to so many ahead of the one that is served: the next is asked for as soon
 * as the consumer has room for it. With none ahead, when it is asked for.
 */
export class Ahead<T> {
  private readonly inbox: T[] = [];
  private isServing = false;
  private isFetching = false;
  private waiting: Waiting<T> | undefined;
  private hasEnded = false;
  private failure: Error | undefined;
  private readonly prefetch: number;
  private readonly fetch: () => Promise<T | undefined>;

  /** @param fetch the next message; undefined when there will be none any more */
  constructor(prefetch: number, fetch: () => Promise<T | undefined>) {
    this.prefetch = prefetch;
    this.fetch = fetch;
  }

  /** The message to serve next, that before being done; undefined when there will be none any more. */
  receive(): Promise<T | undefined> {
    if (this.prefetch === 0) return this.fetch();
    this.isServing = false;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.hand();
      void this.fill();
    });
  }

  private hand(): void {
    const { waiting } = this;
    if (waiting === undefined) return;
    if (this.failure) waiting.reject(this.failure);
    else if (this.inbox.length > 0) {
      this.isServing = true;
      waiting.resolve(this.inbox.shift());
    } else if (this.hasEnded) waiting.resolve(undefined);
    else return;
    this.waiting = undefined;
  }

  private async fill(): Promise<void> {
    if (this.isFetching) return;
    this.isFetching = true;
    try {
      while (!this.hasEnded && this.inbox.length + Number(this.isServing) <= this.prefetch) {
        const next = await this.fetch();
        if (next === undefined) this.hasEnded = true;
        else this.inbox.push(next);
        this.hand();
      }
    } catch (error) {
      this.failure = error as Error;
      this.hand();
    } finally {
      this.isFetching = false;
    }
  }
}
