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

  /** The end of the block, which is all of it that is used. */
  private readonly part: Float64Array;

  /** @param size numbers drawn at a time */
  constructor(fill: (block: Float64Array) => void, size = drawBlock) {
    this.fill = fill;
    this.part = this.block.subarray(drawBlock - size);
  }

  refill(): void {
    this.fill(this.part);
    this.at = drawBlock - this.part.length;
  }
}

/** Draws of a law that fills blocks from a stream. */
export const drawsOf = (
  law: { fill: (block: Float64Array, stream: Stream) => void },
  stream: Stream,
  size = drawBlock,
): Draws => new Draws(block => law.fill(block, stream), size);
