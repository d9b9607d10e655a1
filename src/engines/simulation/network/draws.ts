import type { Stream } from '../../../random/index.js';

/** Numbers in a block. */
export const drawBlock = 256;

/**
 * Random numbers of one law from one stream, drawn a block at a time. The reader takes them itself,
 * `if (draws.at === drawBlock) draws.refill(); const x = draws.block[draws.at++]`, so that no double crosses a
 * call.
 */
export class Draws {
  readonly block = new Float64Array(drawBlock);
  at = drawBlock;
  private readonly fill: (block: Float64Array) => void;

  constructor(fill: (block: Float64Array) => void) {
    this.fill = fill;
  }

  refill(): void {
    this.fill(this.block);
    this.at = 0;
  }
}

/** Draws of a law that fills blocks from a stream. */
export const drawsOf = (
  law: { fill: (block: Float64Array, stream: Stream) => void },
  stream: Stream,
): Draws => new Draws(block => law.fill(block, stream));
