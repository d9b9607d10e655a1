/** What zeromq.js calls a writable socket. */
interface Writable {
  readonly send: (frames: (string | Buffer)[]) => Promise<void>;
}

/** zeromq.js sends one message at a time and refuses a second meanwhile; this keeps the others in order. */
export class Outbox {
  private last: Promise<void> = Promise.resolve();
  private readonly socket: Writable;

  constructor(socket: Writable) {
    this.socket = socket;
  }

  send(frames: (string | Buffer)[]): Promise<void> {
    const sent = this.last.then(() => this.socket.send(frames));
    // A failure belongs to the caller of this message, not to the next one.
    this.last = sent.catch(() => {});
    return sent;
  }

  /** Resolves when the socket has taken all, or refused it. */
  empty(): Promise<void> {
    return this.last;
  }
}
