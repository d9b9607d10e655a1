/** There is no broker to measure: no server, none that lets us in, or none of that name. */
export class LiveUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiveUnavailable';
  }
}

/** The queue had no room for the message, and has not taken it. */
export class QueueFull extends Error {
  constructor() {
    super('the queue is full');
    this.name = 'QueueFull';
  }
}

/** Why a run ended without an answer that counts. */
export interface LiveProblem {
  readonly kind: 'not-comparable' | 'broker-lost' | 'interrupted';
  readonly message: string;
}
