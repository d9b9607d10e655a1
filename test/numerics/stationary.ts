/** A transition out of a state. */
export interface Transition<State> {
  readonly rate: number;
  readonly to: State;
}

/**
 * The stationary probabilities of a Markov chain of few states, by Gauss elimination: an answer of its own to hold
 * others against. @param out the transitions out of a state; those of rate 0 may lead anywhere
 */
export function stationary<State>(
  states: readonly State[],
  out: (state: State) => readonly Transition<State>[],
): number[] {
  const number = new Map(states.map((state, i) => [JSON.stringify(state), i]));
  const n = states.length;
  // Row i: the balance of state i; the last one: all sum to 1.
  const rows = Array.from({ length: n }, () => new Float64Array(n + 1));
  for (const [from, state] of states.entries()) {
    for (const { rate, to } of out(state)) {
      if (rate === 0) continue;
      const at = number.get(JSON.stringify(to));
      if (at === undefined) throw new Error(`no state ${JSON.stringify(to)}`);
      rows[from][from] -= rate;
      rows[at][from] += rate;
    }
  }
  rows[n - 1].fill(1);
  for (let pivot = 0; pivot < n; pivot++) {
    let best = pivot;
    for (let i = pivot + 1; i < n; i++) if (Math.abs(rows[i][pivot]) > Math.abs(rows[best][pivot])) best = i;
    [rows[pivot], rows[best]] = [rows[best], rows[pivot]];
    for (let i = 0; i < n; i++) {
      const factor = i === pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
      if (factor === 0) continue;
      for (let k = pivot; k <= n; k++) rows[i][k] -= factor * rows[pivot][k];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}
