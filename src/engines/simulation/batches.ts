import { bucketCount, countAbove, histogramQuantile, lumpAt } from '../../statistics/histogram.js';
import { type Factors, type RatioInterval, ratioInterval } from '../../statistics/interval.js';
import type { column, Ledger } from './ledger.js';

/** What a ratio divides by: a column, or the length of the batch. */
export type Denominator = keyof typeof column | 'time';

/** The batches of all replications that count, warm-up left out. */
export class Batches {
  readonly first: number;
  readonly count: number;
  private readonly ledgers: readonly Ledger[];
  private readonly length: number;
  readonly factors: Factors;
  /** Worked out once, because every percentile asks for them and every judgement for every percentile. */
  private readonly sums = new Map<string, Float64Array>();
  private readonly found = new Map<string, QuantileInterval | undefined>();

  /**
   * @param filled batches that every replication has completed
   * @param dropped of these, how many are warm-up
   * @param length of a batch, seconds
   */
  constructor(ledgers: readonly Ledger[], filled: number, dropped: number, length: number, factors: Factors) {
    this.ledgers = ledgers;
    this.first = dropped;
    this.count = filled - dropped;
    this.length = length;
    this.factors = factors;
  }

  /** Sum of a column over the batches that count. */
  total(name: keyof typeof column): number {
    return this.values(name).reduce((sum, value) => sum + value, 0);
  }

  /** Sum of a column over the batches left out. */
  dropped(name: keyof typeof column): number {
    let sum = 0;
    for (const ledger of this.ledgers) {
      for (let b = 0; b < this.first; b++) sum += ledger.sum(b, name);
    }
    return sum;
  }

  /** Simulated seconds that count, over all replications. */
  get seconds(): number {
    return this.ledgers.length * this.count * this.length;
  }

  /** Interval of sum(numerator) / sum(denominator); several numerators are added. */
  ratio(numerators: readonly (keyof typeof column)[], denominator: Denominator): RatioInterval | undefined {
    const numerator = new Float64Array(this.ledgers.length * this.count);
    for (const name of numerators) {
      const values = this.values(name);
      for (let i = 0; i < values.length; i++) numerator[i] += values[i];
    }
    return this.interval(numerator, this.values(denominator));
  }

  /** Interval of the share of the time with `number` in the system, or with more where it is the last range. */
  state(number: number): RatioInterval | undefined {
    const spent = new Float64Array(this.ledgers.length * this.count);
    for (const [r, { states, shape }] of this.ledgers.entries()) {
      for (let b = 0; b < this.count; b++)
        spent[r * this.count + b] = states[(this.first + b) * shape.states + number];
    }
    return this.interval(spent, this.values('time'));
  }

  /** Ranges of the number in the system that are kept; 0: none. */
  get states(): number {
    return this.ledgers[0].shape.states;
  }

  /**
   * Interval of the variance of a time over customers, from its sum and its sum of squares: the mean of the squared
   * distances from the mean m of all, whose own error is of second order.
   */
  variance(sum: keyof typeof column, squares: keyof typeof column): RatioInterval | undefined {
    const customers = this.values('departures');
    const sums = this.values(sum);
    const mean = this.total(sum) / this.total('departures');
    const distances = this.values(squares).map(
      (square, i) => square - 2 * mean * sums[i] + mean * mean * customers[i],
    );
    return this.interval(distances, customers);
  }

  /** The histograms of all batches that count, added. */
  pooled(of: 'waits' | 'sojourns'): Float64Array {
    const known = this.sums.get(of);
    if (known) return known;
    const counts = new Float64Array(bucketCount);
    this.sums.set(of, counts);
    for (const ledger of this.ledgers) {
      const rows = ledger[of];
      for (let b = this.first; b < this.first + this.count; b++) {
        const base = b * bucketCount;
        for (let i = 0; i < bucketCount; i++) counts[i] += rows[base + i];
      }
    }
    return counts;
  }

  /**
   * Interval of a percentile: the interval of the share of customers above the pooled percentile, carried
   * back through the pooled histogram, and to the ends of a bucket whose times may all be one. `high` is
   * undefined when it lies beyond what was seen.
   */
  quantile(of: 'waits' | 'sojourns', p: number, origin: number): QuantileInterval | undefined {
    const key = `${of} ${p} ${origin}`;
    if (!this.found.has(key)) this.found.set(key, this.quantileOf(of, p, origin));
    return this.found.get(key);
  }

  private quantileOf(of: 'waits' | 'sojourns', p: number, origin: number): QuantileInterval | undefined {
    const pooled = this.pooled(of);
    const total = this.total('departures');
    const value = histogramQuantile(pooled, total, p, origin);
    if (value === undefined) return undefined;
    const share = this.above(of, value, origin);
    if (share === undefined) return undefined;
    const low = histogramQuantile(pooled, total, p - (share.value - share.low), origin);
    const high = histogramQuantile(pooled, total, p + (share.high - share.value), origin);
    return {
      value,
      low: lumpAt(pooled, low ?? value, origin)?.from ?? low ?? value,
      high: high && (lumpAt(pooled, high, origin)?.to ?? high),
      shareError: share.standardError,
      total,
    };
  }

  /** Interval of the share of customers whose time exceeds `time`. */
  above(of: 'waits' | 'sojourns', time: number, origin: number): RatioInterval | undefined {
    return this.interval(this.countsAbove(of, time, origin), this.values('departures'));
  }

  private countsAbove(of: 'waits' | 'sojourns', time: number, origin: number): Float64Array {
    const above = new Float64Array(this.ledgers.length * this.count);
    // Most of the range lies beyond the longest time there was.
    const end = this.pooled(of).findLastIndex(count => count > 0) + 1;
    for (const [r, ledger] of this.ledgers.entries()) {
      for (let b = 0; b < this.count; b++) {
        above[r * this.count + b] = countAbove(ledger[of], (this.first + b) * bucketCount, time, origin, end);
      }
    }
    return above;
  }

  /**
   * A ratio batch by batch, linearised: numbers whose mean is the ratio and whose spread is that of its error, so
   * that those of another run can be taken off one by one.
   */
  linearised(
    numerators: readonly (keyof typeof column)[],
    denominator: Denominator,
  ): Float64Array | undefined {
    const x = this.values(denominator);
    const y = new Float64Array(x.length);
    for (const name of numerators) {
      const values = this.values(name);
      for (let i = 0; i < y.length; i++) y[i] += values[i];
    }
    return linear(y, x, 1);
  }

  /** The same of a percentile: exceedances over the density, which is read off the pooled histogram. */
  linearisedQuantile(of: 'waits' | 'sojourns', p: number, origin: number): Float64Array | undefined {
    const pooled = this.pooled(of);
    const total = this.total('departures');
    const aside = (1 - p) / 4;
    const [low, value, high] = [p - aside, p, p + aside].map(share =>
      histogramQuantile(pooled, total, share, origin),
    );
    // A percentile of 0 lies among those who need not wait, where there is no density.
    if (!value || low === undefined || high === undefined || !(high > low)) return undefined;
    const departures = this.values('departures');
    const beyond = this.countsAbove(of, value, origin);
    const errors = linear(beyond, departures, (high - low) / (2 * aside));
    const share = total > 0 ? beyond.reduce((sum, count) => sum + count, 0) / total : 0;
    return errors?.map(error => value + error - (share * (high - low)) / (2 * aside));
  }

  private interval(numerator: Float64Array, denominator: Float64Array): RatioInterval | undefined {
    return ratioInterval(
      { replications: this.ledgers.length, batches: this.count, numerator, denominator },
      this.factors.batches,
      this.factors.replications,
    );
  }

  private values(name: Denominator): Float64Array {
    const values = new Float64Array(this.ledgers.length * this.count);
    if (name === 'time') return values.fill(this.length);
    for (const [r, ledger] of this.ledgers.entries()) {
      for (let b = 0; b < this.count; b++) {
        values[r * this.count + b] = ledger.sum(this.first + b, name);
      }
    }
    return values;
  }
}

/** (y - e x) / mean(x) + e of each batch, e being the ratio of the sums, all times `scale`. */
function linear(y: Float64Array, x: Float64Array, scale: number): Float64Array | undefined {
  const [sumY, sumX] = [y, x].map(values => values.reduce((sum, value) => sum + value, 0));
  if (!(sumX > 0)) return undefined;
  const ratio = sumY / sumX;
  const mean = sumX / x.length;
  return y.map((value, i) => scale * ((value - ratio * x[i]) / mean + ratio));
}

export interface QuantileInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number | undefined;
  /** Standard error of the share of customers above `value`. */
  readonly shareError: number;
  readonly total: number;
}
