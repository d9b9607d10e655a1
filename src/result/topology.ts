import type { FaultSpec } from '../scenario/type.js';

/**
 * How the messages of a queue reach its consumers. It decides which model the queue has: c consumers of one
 * queue are M/M/c only if a message is bound to a consumer no sooner than that one is free.
 */
export type Topology =
  /** One queue; a consumer that is free takes the message that has waited longest. */
  | { readonly kind: 'shared' }
  /** One queue; a consumer that waits is woken to fetch the message, and one that ends meanwhile may be there first. */
  | { readonly kind: 'woken' }
  /** A client for each consumer that waits for each reply: messages wait before the clients, in one queue. */
  | { readonly kind: 'closed' }
  /** A queue for each consumer, filled in turn. */
  | { readonly kind: 'private' }
  /** One queue, of which up to `credit` messages are with a consumer, the one served included. */
  | { readonly kind: 'credit'; readonly credit: number }
  /** One queue, from which a consumer fetches one after the other, up to `prefetch` ahead of the one that it serves. */
  | { readonly kind: 'prefetch'; readonly prefetch: number }
  /** One queue, from which a consumer that is free takes up to `batch` messages at once. */
  | { readonly kind: 'batch'; readonly batch: number };

/** What happens to a message whose consumer dies with it. */
export type Guarantee = 'at-most-once' | 'at-least-once';

/** What a queue still knows when its server was killed and has come back. */
export type AfterRestart = 'keeps' | 'partly' | 'forgets';

/**
 * Whether the twin of that topology suffers such a fault, too. What a consumer that is stopped or cut off does with
 * messages that are bound to it, and with those that reach it meanwhile, none knows.
 */
export const twinSuffers = ({ kind }: Topology, { fault }: FaultSpec): boolean =>
  (kind !== 'credit' && kind !== 'prefetch') || fault === 'kill' || fault === 'slow';

/** `one queue for all consumers`. */
export function topologyInWords(topology: Topology): string {
  switch (topology.kind) {
    case 'shared':
      return 'one queue for all consumers';
    case 'woken':
      return 'one queue to which idle consumers are woken, and one that ends meanwhile may be faster';
    case 'closed':
      return 'a client for each consumer that waits for each reply, one queue before the clients';
    case 'private':
      return 'a queue for each consumer, filled in turn';
    case 'credit':
      return `one queue, up to ${topology.credit} messages bound to each consumer`;
    case 'prefetch':
      return `one queue, from which each consumer fetches up to ${topology.prefetch} message${topology.prefetch === 1 ? '' : 's'} ahead of the one that it serves`;
    case 'batch':
      return `one queue, from which a consumer takes up to ${topology.batch} messages at once`;
  }
}

export const guaranteeInWords: Readonly<Record<Guarantee, string>> = {
  'at-most-once': 'at most once',
  'at-least-once': 'at least once',
};
