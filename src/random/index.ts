import { Stream } from './stream.js';

export { exponential, fillExponential } from './exponential.js';
export { gamma } from './gamma.js';
export { fillNormal, normal } from './normal.js';
export { Stream } from './stream.js';

/**
 * The stream of one source of randomness in one replication.
 *
 * The starting state is a hash of seed and purpose, so adding a source to a scenario leaves the draws of
 * all others alone (common random numbers between scenarios). Replications of one source are 2^64 steps
 * apart, so they cannot overlap.
 */
export function streamFor(seed: number, purpose: string, replication = 0): Stream {
  const text = `${seed}/${purpose}`;
  const before = starts.get(text);
  const near = before !== undefined && before.replication <= replication ? before : first(text);
  const stream = new Stream(near.state);
  for (let i = near.replication; i < replication; i++) stream.jump();
  if (starts.size >= mostStarts) starts.clear();
  starts.set(text, { replication, state: [stream.a, stream.b, stream.c, stream.d] });
  return stream;
}

interface Start {
  readonly replication: number;
  readonly state: readonly [number, number, number, number];
}

/** The start last asked for of each source: the next replication is one jump from there, not as many as its number. */
const starts = new Map<string, Start>();
const mostStarts = 1000;

const first = (text: string): Start => ({
  replication: 0,
  state: [digest(text, 1), digest(text, 2), digest(text, 3), digest(text, 4)],
});

/** 32 bits of `text`; each lane is a hash of its own. */
function digest(text: string, lane: number): number {
  let state = avalanche(lane);
  for (let i = 0; i < text.length; i++)
    state = avalanche(state ^ Math.imul(text.charCodeAt(i) + lane, 0x9e3779b1));
  return avalanche(state ^ text.length);
}

/** The 32-bit finaliser of MurmurHash3: a bijection in which every input bit reaches every output bit. */
function avalanche(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
