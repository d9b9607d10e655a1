/** There is no broker to measure: no server, none that lets us in, or none of that name. */
export class LiveUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiveUnavailable';
  }
}

/** Why a run ended without an answer that counts. */
export interface LiveProblem {
  readonly kind: 'not-comparable' | 'broker-lost' | 'interrupted';
  readonly message: string;
}
