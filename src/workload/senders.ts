import { streamFor } from '../random/index.js';

/**
 * Which of several senders sends each message, by chance: the messages of all are the schedule, those of one a thinned
 * part of it (of a Poisson process, a Poisson process of its own). A backlog is put there by the first, so that it lies in
 * the order of its numbers.
 */
export function sendersOf(messages: number, senders: number, seed: number, backlog = 0): Uint8Array {
  const stream = streamFor(seed, 'senders');
  const drawn = Uint8Array.from({ length: messages }, () => Math.floor(stream.uniform() * senders));
  return drawn.fill(0, 0, backlog);
}
