/**
 * A histogram of times with 64 buckets an octave over 48 octaves: quantiles interpolated within a bucket
 * were measured to err by 0.02 % at most, and two histograms add bucket by bucket.
 *
 * The bucket is read off the bits of the double, so recording costs no logarithm. The first bucket holds
 * zeros and everything below the range, the last everything above it.
 */

const perOctaveBits = 6;
const octaves = 48;
const shift = 20 - perOctaveBits;

export const bucketCount = (octaves << perOctaveBits) + 2;

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
/** The word with sign, exponent and leading mantissa bits on a little-endian machine, which all Node hosts are. */
const highWord = 1;

/**
 * What a bucket number is counted from: the first bucket starts `octavesBelow` octaves under `scale`.
 * @param scale a typical time, seconds
 */
export function bucketOrigin(scale: number, octavesBelow = 20): number {
  view[0] = scale;
  return (((words[highWord] >>> 20) - octavesBelow) << perOctaveBits) - 1;
}

/** Bucket of a time >= 0. */
export function bucketOf(time: number, origin: number): number {
  view[0] = time;
  const bucket = (words[highWord] >>> shift) - origin;
  return bucket < 1 ? 0 : bucket >= bucketCount ? bucketCount - 1 : bucket;
}

/** Times to be recorded together: no time has to go through memory by itself to have its bits read. */
export class TimesBlock {
  readonly times: Float64Array;
  private readonly words: Int32Array;

  constructor(size: number) {
    this.times = new Float64Array(size);
    this.words = new Int32Array(this.times.buffer);
  }

  /** Adds the first `count` times, none below 0, to the buckets that begin at `offset`. */
  recordIn(counts: Uint32Array, offset: number, count: number, origin: number): void {
    const { words } = this;
    const last = bucketCount - 1;
    for (let i = 0; i < count; i++) {
      // The zeros tell V8 that nothing here outgrows 32 bits.
      const bucket = ((words[(2 * i + highWord) | 0] >> shift) - origin) | 0;
      counts[(offset + (bucket < 1 ? 0 : bucket > last ? last : bucket)) | 0]++;
    }
  }
}

/** Lower edge of a bucket, seconds; that of the first bucket is 0. */
export function bucketEdge(bucket: number, origin: number): number {
  if (bucket <= 0) return 0;
  words[0] = 0;
  words[highWord] = (bucket + origin) << shift;
  return view[0];
}

/**
 * inf { t : share of the recorded times at or below t >= p }, linear inside the bucket; 0 when that share is
 * among the zeros, undefined when it lies above the range or p >= 1.
 */
export function histogramQuantile(
  counts: ArrayLike<number>,
  total: number,
  p: number,
  origin: number,
): number | undefined {
  if (!(p < 1) || total === 0) return undefined;
  const target = Math.max(0, p) * total;
  let below = 0;
  for (let bucket = 0; bucket < bucketCount - 1; bucket++) {
    const next = below + counts[bucket];
    if (next >= target && counts[bucket] > 0) {
      if (bucket === 0) return 0;
      const edge = bucketEdge(bucket, origin);
      return edge + ((target - below) / counts[bucket]) * (bucketEdge(bucket + 1, origin) - edge);
    }
    below = next;
  }
  return undefined;
}

/**
 * How many of the recorded times exceed `time`, linear inside the bucket: the inverse of `histogramQuantile`.
 * @param end a bucket from which on all are known to be empty
 */
export function countAbove(
  counts: ArrayLike<number>,
  offset: number,
  time: number,
  origin: number,
  end = bucketCount,
): number {
  const at = bucketOf(time, origin);
  let above = 0;
  for (let bucket = at + 1; bucket < end; bucket++) above += counts[offset + bucket];
  if (at === 0 || at === bucketCount - 1) return above;
  const edge = bucketEdge(at, origin);
  const share = (time - edge) / (bucketEdge(at + 1, origin) - edge);
  return above + counts[offset + at] * (1 - share);
}

/**
 * The ends of the bucket that a time lies in, where that bucket holds so much more than its neighbours that the
 * times in it may all be one (a service without chance, say), and nothing can be read off between its edges;
 * undefined elsewhere. Of the first and last bucket, which have no width, undefined too.
 */
export function lumpAt(
  counts: ArrayLike<number>,
  time: number,
  origin: number,
): { from: number; to: number } | undefined {
  let bucket = bucketOf(time, origin);
  // The upper end of a bucket is the lower one of the next.
  if (bucket > 1 && time === bucketEdge(bucket, origin) && counts[bucket - 1] > counts[bucket]) bucket--;
  if (bucket === 0 || bucket === bucketCount - 1) return undefined;
  const beside = Math.max(counts[bucket - 1] * (bucket > 1 ? 1 : 0), counts[bucket + 1]);
  if (counts[bucket] <= 4 * beside) return undefined;
  return { from: bucketEdge(bucket, origin), to: bucketEdge(bucket + 1, origin) };
}
