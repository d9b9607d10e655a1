/** Lists by class of lists by station; times in seconds. */
export interface ClosedNetwork {
  readonly customers: readonly number[];
  readonly demands: readonly (readonly number[])[];
  /** Of each station; Infinity where nobody waits. */
  readonly servers: readonly number[];
  readonly thinkTimes: readonly number[];
}

/** Population vectors 0 .. N of all classes, numbered in mixed radix. */
class Populations {
  readonly most: readonly number[];
  readonly size: number;
  readonly strides: readonly number[];

  constructor(most: readonly number[]) {
    const strides: number[] = [];
    let size = 1;
    for (const n of most) {
      strides.push(size);
      size *= n + 1;
    }
    this.most = most;
    this.size = size;
    this.strides = strides;
  }

  at(index: number): number[] {
    return this.strides.map((stride, r) => Math.floor(index / stride) % (this.most[r] + 1));
  }
}

/** The convolution of all stations over that many pairs of populations is still a matter of seconds. */
const mostPairs = 20_000_000;

/**
 * Exact means of a closed product-form network by convolution over the population vectors: J. P. Buzen,
 * Communications of the ACM 16 (1973); M. Reiser, H. Kobayashi, IBM Journal of Research and Development 19
 * (1975) (not checked). Stations with several servers count as load-dependent ones.
 * @throws RangeError where the populations are too many.
 */
export function closedNetwork({ customers, demands, servers, thinkTimes }: ClosedNetwork) {
  const populations = new Populations(customers);
  if (populations.size ** 2 > mostPairs) throw new RangeError(`${populations.size} populations are too many`);
  const classes = customers.map((_, r) => r);
  // One scale for all demands leaves every ratio as it is, and keeps the sums near 1.
  const unit = Math.max(...demands.flat(), ...thinkTimes);
  const factor = (demand: (r: number) => number, count: number): Float64Array => {
    const f = new Float64Array(populations.size);
    f[0] = 1;
    for (let index = 1; index < populations.size; index++) {
      const here = populations.at(index);
      const total = here.reduce((sum, n) => sum + n, 0);
      for (const r of classes) {
        if (here[r] > 0) f[index] += (demand(r) / unit) * f[index - populations.strides[r]];
      }
      f[index] /= Math.min(total, count);
    }
    return f;
  };
  const convolve = (a: Float64Array, b: Float64Array): Float64Array => {
    const sum = new Float64Array(populations.size);
    for (let i = 0; i < populations.size; i++) {
      const here = populations.at(i);
      for (let j = 0; j < populations.size; j++) {
        if (a[i] !== 0 && populations.at(j).every((n, r) => n + here[r] <= customers[r]))
          sum[i + j] += a[i] * b[j];
      }
    }
    return sum;
  };
  const stations = servers.map((count, i) => factor(r => demands[r][i], count));
  const thinking = factor(r => thinkTimes[r], Number.POSITIVE_INFINITY);
  const without = (left?: number): Float64Array =>
    stations.reduce((product, f, i) => (i === left ? product : convolve(product, f)), thinking);
  const constant = without();
  const last = populations.size - 1;
  const throughputs = classes.map(r =>
    customers[r] > 0 ? constant[last - populations.strides[r]] / (constant[last] * unit) : 0,
  );
  const numbers = classes.map(() => servers.map(() => 0));
  stations.forEach((f, i) => {
    const others = without(i);
    for (let index = 0; index <= last; index++) {
      const probability = (f[index] * others[last - index]) / constant[last];
      for (const [r, n] of populations.at(index).entries()) numbers[r][i] += n * probability;
    }
  });
  const residences = numbers.map((row, r) =>
    row.map(number => (throughputs[r] > 0 ? number / throughputs[r] : 0)),
  );
  return {
    throughputs,
    numbers,
    residences,
    responses: residences.map(row => row.reduce((sum, residence) => sum + residence, 0)),
    /** Mean busy fraction of a server; the load itself where nobody waits. */
    utilisations: demands.map((row, r) =>
      row.map((demand, i) => (demand * throughputs[r]) / (Number.isFinite(servers[i]) ? servers[i] : 1)),
    ),
  };
}
