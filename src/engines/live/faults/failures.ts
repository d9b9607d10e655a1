import type { Disturbance } from '../roles/protocol.js';

/**
 * Whose work fails: chosen by a hash of the message's number, so every consumer and every process agrees on which
 * messages are poison. It remembers how often it was asked about a message, for each try may end otherwise.
 */
export function failuresOf({ failing, poison }: Disturbance, consumer: number): (id: number) => boolean {
  const tries = new Map<number, number>();
  return id => {
    if (uniform(id, 0) < poison) return true;
    if (failing === 0) return false;
    const tried = (tries.get(id) ?? 0) + 1;
    tries.set(id, tried);
    return uniform(id, 1 + consumer + 64 * tried) < failing;
  };
}

/** A number in [0, 1): the finaliser of MurmurHash3 (Appleby 2011; constants unchecked) over both numbers. */
function uniform(id: number, salt: number): number {
  let hash = Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
