/** Population vectors 0 .. N of all classes, numbered in mixed radix. */
export interface Populations {
  readonly size: number;
  readonly strides: readonly number[];
  /** Members of each class, by number of the vector. */
  readonly members: readonly (readonly number[])[];
  /** Their sums. */
  readonly totals: Int32Array;
}

export function populationsUpTo(most: readonly number[]): Populations {
  const strides: number[] = [];
  let size = 1;
  for (const n of most) {
    strides.push(size);
    size *= n + 1;
  }
  const members = Array.from({ length: size }, (_, index) =>
    strides.map((stride, r) => Math.floor(index / stride) % (most[r] + 1)),
  );
  return { size, strides, members, totals: Int32Array.from(members, row => row.reduce((a, b) => a + b, 0)) };
}

/**
 * A positive function of population vectors, each value e^(logs[total]) times a number of at most 1: those of
 * large populations leave the range of a double.
 */
export interface Scaled {
  readonly logs: Float64Array;
  readonly values: Float64Array;
}

/** From values that are already scaled by some logs: scaled anew, so that each total has 1 as its largest. */
function rescaled({ totals, size }: Populations, { logs, values }: Scaled): Scaled {
  const most = new Float64Array(logs.length);
  for (let i = 0; i < size; i++) most[totals[i]] = Math.max(most[totals[i]], values[i]);
  return {
    logs: logs.map((log, k) => (most[k] > 0 ? log + Math.log(most[k]) : Number.NEGATIVE_INFINITY)),
    values: values.map((value, i) => (most[totals[i]] > 0 ? value / most[totals[i]] : 0)),
  };
}

/** Relative weights of a station of `servers` servers, by the demands of the classes: |n|! / Π n_r! Π D_r^n_r / Π min(k, c). */
export function stationFactor(populations: Populations, demands: readonly number[], servers: number): Scaled {
  const { size, strides, members, totals } = populations;
  const levels = totals[size - 1] + 1;
  const largest = Math.max(...demands);
  const values = new Float64Array(size);
  const logs = new Float64Array(levels);
  values[0] = 1;
  const byTotal: number[][] = Array.from({ length: levels }, () => []);
  for (let i = 0; i < size; i++) byTotal[totals[i]].push(i);
  for (let k = 1; k < levels; k++) {
    let most = 0;
    for (const i of byTotal[k]) {
      for (const [r, n] of members[i].entries()) {
        if (n > 0) values[i] += (largest > 0 ? demands[r] / largest : 0) * values[i - strides[r]];
      }
      most = Math.max(most, values[i]);
    }
    logs[k] =
      most > 0 ? logs[k - 1] + Math.log((largest / Math.min(k, servers)) * most) : Number.NEGATIVE_INFINITY;
    if (most > 0) for (const i of byTotal[k]) values[i] /= most;
  }
  return { logs, values };
}

/** Sums over all splits of the population between the two. */
export function convolved(populations: Populations, a: Scaled, b: Scaled): Scaled {
  const { size, members, totals } = populations;
  const levels = a.logs.length;
  const logs = new Float64Array(levels).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < levels; i++) {
    for (let j = 0; i + j < levels; j++) logs[i + j] = Math.max(logs[i + j], a.logs[i] + b.logs[j]);
  }
  const factors = Array.from({ length: levels }, (_, i) =>
    Float64Array.from({ length: levels - i }, (__, j) =>
      logs[i + j] === Number.NEGATIVE_INFINITY ? 0 : Math.exp(a.logs[i] + b.logs[j] - logs[i + j]),
    ),
  );
  const most = members[size - 1];
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    if (a.values[i] === 0) continue;
    const row = factors[totals[i]];
    const here = members[i];
    for (let j = 0; j < size; j++) {
      const there = members[j];
      let fits = true;
      for (let r = 0; r < most.length; r++) if (here[r] + there[r] > most[r]) fits = false;
      if (fits) values[i + j] += a.values[i] * b.values[j] * row[totals[j]];
    }
  }
  return rescaled(populations, { logs, values });
}
