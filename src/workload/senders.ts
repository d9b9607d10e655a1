import { streamFor } from '../random/index.js';

/**
 * Which of several senders sends each message, by chance: the messages of all are the schedule, those of one a thinned
 * part of it (of a Poisson process, a Poisson process of its own).
 */
export function sendersOf(messages: number, senders: number, seed: number): Uint8Array {
  const stream = streamFor(seed, 'senders');
  return Uint8Array.from({ length: messages }, () => Math.floor(stream.uniform() * senders));
}
