import { logGamma } from '../../../numerics/log-gamma.js';

/** Population vectors 0 .. N of all classes, numbered in mixed radix: the numbers of sums are sums of numbers. */
export interface Populations {
  readonly size: number;
  readonly strides: readonly number[];
  /** Members of each class, vector after vector. */
  readonly members: Int32Array;
  /** Their sums. */
  readonly totals: Int32Array;
  /** The numbers of all vectors of each sum. */
  readonly byTotal: readonly (readonly number[])[];
}

export function populationsUpTo(most: readonly number[]): Populations {
  const strides: number[] = [];
  let size = 1;
  for (const n of most) {
    strides.push(size);
    size *= n + 1;
  }
  const classes = most.length;
  const members = new Int32Array(size * classes);
  const totals = new Int32Array(size);
  const byTotal: number[][] = Array.from({ length: most.reduce((a, b) => a + b, 0) + 1 }, () => []);
  for (let index = 0; index < size; index++) {
    for (let r = 0; r < classes; r++) {
      const n = Math.floor(index / strides[r]) % (most[r] + 1);
      members[index * classes + r] = n;
      totals[index] += n;
    }
    byTotal[totals[index]].push(index);
  }
  return { size, strides, members, totals, byTotal };
}

/**
 * A function of population vectors that is not negative, each value e^(logs[total]) times a number of at most 1:
 * those of large populations leave the range of a double.
 */
export interface Scaled {
  readonly logs: Float64Array;
  readonly values: Float64Array;
}

const none = Number.NEGATIVE_INFINITY;

/** The factor from one scale to another; 0 where there is nothing. */
const shift = (from: number, to: number): number => (from === none ? 0 : Math.exp(from - to));

/**
 * Relative weights of a station that works at `speed(k)` times the pace of one customer when k are there:
 * |n|! / Π n_r! Π D_r^n_r / Π speed(k).
 */
export function stationFactor(
  populations: Populations,
  demands: readonly number[],
  speed: (k: number) => number,
): Scaled {
  const { size, strides, members, byTotal } = populations;
  const classes = strides.length;
  const largest = Math.max(...demands);
  const values = new Float64Array(size);
  const logs = new Float64Array(byTotal.length);
  values[0] = 1;
  for (let k = 1; k < byTotal.length; k++) {
    let most = 0;
    for (const i of byTotal[k]) {
      for (let r = 0; r < classes; r++) {
        if (members[i * classes + r] > 0 && demands[r] > 0) {
          values[i] += (demands[r] / largest) * values[i - strides[r]];
        }
      }
      most = Math.max(most, values[i]);
    }
    logs[k] = most > 0 ? logs[k - 1] + Math.log((largest / speed(k)) * most) : none;
    if (most > 0) for (const i of byTotal[k]) values[i] /= most;
  }
  return { logs, values };
}

/** The same convolved with a station of one server: g(n) = before(n) + Σ_r D_r g(n - e_r). */
export const withSingleServer = (
  populations: Populations,
  before: Scaled,
  demands: readonly number[],
): Scaled => raised(populations, demands, before);

/**
 * The same convolved with a station of c servers. With x the polynomial Σ D_r z_r its factor is
 * Σ (1 - k/c) x^k / k! over k < c, divided by 1 - x/c: c steps, of which each raises by x, and positive terms.
 */
export function withServers(
  populations: Populations,
  before: Scaled,
  demands: readonly number[],
  servers: number,
): Scaled {
  const part = (k: number): number => Math.log1p(-k / servers) - logGamma(k + 1);
  let sum: Scaled | undefined;
  for (let k = servers - 1; k >= 0; k--) {
    const here = { ...before, logs: before.logs.map(log => log + part(k)) };
    sum = sum ? raised(populations, demands, here, sum) : here;
  }
  const shared = demands.map(demand => demand / servers);
  return withSingleServer(populations, sum ?? before, shared);
}

/** kept(n) + Σ_r D_r g(n - e_r), where g is given, or this sum itself. */
function raised(populations: Populations, demands: readonly number[], kept: Scaled, given?: Scaled): Scaled {
  const { size, strides, members, byTotal } = populations;
  const classes = strides.length;
  const values = new Float64Array(size);
  const logs = new Float64Array(byTotal.length).fill(none);
  const g = given ?? { values, logs };
  const largest = Math.log(Math.max(...demands));
  for (let k = 0; k < byTotal.length; k++) {
    const last = k > 0 ? g.logs[k - 1] : none;
    const scale = Math.max(kept.logs[k], last + largest);
    if (scale === none) continue;
    const [same, more] = [shift(kept.logs[k], scale), shift(last, scale)];
    let most = 0;
    for (const i of byTotal[k]) {
      let value = same * kept.values[i];
      for (let r = 0; r < classes; r++) {
        if (members[i * classes + r] > 0) value += more * demands[r] * g.values[i - strides[r]];
      }
      values[i] = value;
      most = Math.max(most, value);
    }
    if (most === 0) continue;
    logs[k] = scale + Math.log(most);
    for (const i of byTotal[k]) values[i] /= most;
  }
  return { logs, values };
}

/** How many pairs of vectors `convolved` goes through. */
export const pairsOf = (most: readonly number[]): number =>
  most.reduce((product, n) => (product * (n + 1) * (n + 2)) / 2, 1);

/** Sums over all splits of the population between the two. */
export function convolved(populations: Populations, a: Scaled, b: Scaled): Scaled {
  const { size, strides, members, totals, byTotal } = populations;
  const classes = strides.length;
  const levels = byTotal.length;
  const logs = new Float64Array(levels).fill(none);
  for (let i = 0; i < levels; i++) {
    for (let j = 0; i + j < levels; j++) logs[i + j] = Math.max(logs[i + j], a.logs[i] + b.logs[j]);
  }
  const values = new Float64Array(size);
  const part = new Int32Array(classes);
  const factors = new Float64Array(levels);
  for (const [here, wholes] of byTotal.entries()) {
    for (let i = 0; i <= here; i++) factors[i] = shift(a.logs[i] + b.logs[here - i], logs[here]);
    for (const whole of wholes) {
      const run = members[whole * classes];
      let sum = 0;
      part.fill(0);
      // Every part of the whole: those of the first class are next to one another, an odometer goes through the others.
      for (let index = 0, r = 1; ; ) {
        const [there, rest] = [totals[index], whole - index];
        for (let n = 0; n <= run; n++) sum += a.values[index + n] * b.values[rest - n] * factors[there + n];
        for (r = 1; r < classes; r++) {
          if (part[r] < members[whole * classes + r]) {
            part[r]++;
            index += strides[r];
            break;
          }
          index -= part[r] * strides[r];
          part[r] = 0;
        }
        if (r >= classes) break;
      }
      values[whole] = sum;
    }
  }
  return rescaled(populations, { logs, values });
}

/** Scaled anew, so that each total has 1 as its largest value. */
function rescaled({ byTotal }: Populations, { logs, values }: Scaled): Scaled {
  for (const [k, indices] of byTotal.entries()) {
    const most = indices.reduce((highest, i) => Math.max(highest, values[i]), 0);
    logs[k] = most > 0 ? logs[k] + Math.log(most) : none;
    if (most > 0) for (const i of indices) values[i] /= most;
  }
  return { logs, values };
}
