import type { LinearFlow } from '../../../numerics/implicit-runge.js';
import type { ClockedStation } from './station.js';

/** How chances are laid out in one vector: 0, 1, ... present, then as many present while more are busy than there are servers. */
export interface Layout {
  readonly servers: number;
  /** Most customers that are reckoned with. */
  readonly most: number;
  /** Servers that are to leave and still serve, at most. */
  readonly leaving: number;
}

/** Where the chances begin of states with `extra` busy beyond the servers: those of servers + extra, ... present. */
export function beginOf({ servers, most }: Layout, extra: number): number {
  let begin = 0;
  for (let j = 0; j < extra; j++) begin += most + 1 - (j === 0 ? 0 : servers + j);
  return begin;
}

export const statesOf = (layout: Layout): number => beginOf(layout, layout.leaving + 1);

/** The integrals behind the chances, in the order of `gains`. */
export const integrals = ['come', 'lost', 'wait', 'present', 'queue', 'busy', 'ready'] as const;

/**
 * The forward equations of M(t)/M/c/K between two changes of c, with the integrals of what is asked appended to the
 * state, so that they are as exact as the law is (D. Gross and others, Fundamentals of Queueing Theory, section 2.11).
 * Where more are busy than there are servers nobody begins; arrivals lead on within such a line, and the end of a service
 * to the line with one busy fewer.
 *
 * @param units of the integrals, such that none is much above 1
 * @param until the rate is looked at before this time only
 */
export function forwardEquations(
  { arrivals, meanService, capacity }: ClockedStation,
  layout: Layout,
  units: readonly number[],
  until: number,
): LinearFlow {
  const { servers, most, leaving } = layout;
  const states = statesOf(layout);
  const begins = Array.from({ length: leaving + 1 }, (_, extra) => beginOf(layout, extra));
  const ratio = new Float64Array(most + 1);
  const rateAt = (t: number): number => arrivals.at(Math.min(t, until));

  const gains = (rate: number, y: Float64Array): number[] => {
    let [present, busy, full, extraBusy, top] = [0, 0, 0, 0, y[most]];
    for (let n = 0; n <= most; n++) {
      present += n * y[n];
      busy += Math.min(n, servers) * y[n];
      if (n >= servers) full += y[n];
    }
    for (let extra = 1; extra <= leaving; extra++) {
      const begin = begins[extra] - servers - extra;
      top += y[begin + most];
      for (let n = servers + extra; n <= most; n++) {
        const chance = y[begin + n];
        present += n * chance;
        busy += (servers + extra) * chance;
        full += chance;
        extraBusy += extra * chance;
      }
    }
    const turnedAway = Number.isFinite(capacity) ? top : 0;
    const ready = Number.isFinite(servers) ? servers + extraBusy : 0;
    const gained = [
      rate,
      rate * turnedAway,
      rate * (full - turnedAway),
      present,
      present - busy,
      busy,
      ready,
    ];
    return gained.map((gain, i) => gain / units[i]);
  };

  return {
    slope: (t, y, out) => {
      const rate = rateAt(t);
      const into = (n: number): number => (n < most ? rate : 0);
      for (let n = 0; n <= most; n++) {
        let flow = -(into(n) + Math.min(n, servers) / meanService) * y[n];
        if (n > 0) flow += rate * y[n - 1];
        if (n < most) flow += (Math.min(n + 1, servers) / meanService) * y[n + 1];
        out[n] = flow;
      }
      for (let extra = 1; extra <= leaving; extra++) {
        const [least, ends] = [servers + extra, (servers + extra) / meanService];
        const [begin, below] = [begins[extra] - least, begins[extra - 1] - (extra > 1 ? least - 1 : 0)];
        for (let n = least; n <= most; n++) {
          out[begin + n] = (n > least ? rate * y[begin + n - 1] : 0) - (into(n) + ends) * y[begin + n];
          out[below + n - 1] += ends * y[begin + n];
        }
      }
      out.set(gains(rate, y), states);
    },
    backwards: (t, step, y) => {
      const rate = rateAt(t);
      const [up, down] = [step * rate, step / meanService];
      for (let extra = leaving; extra > 0; extra--) {
        const [least, ends] = [servers + extra, (servers + extra) * down];
        const [begin, below] = [begins[extra] - least, begins[extra - 1] - (extra > 1 ? least - 1 : 0)];
        for (let n = least; n <= most; n++) {
          const inflow = n > least ? up * y[begin + n - 1] : 0;
          y[begin + n] = (y[begin + n] + inflow) / (1 + (n < most ? up : 0) + ends);
          y[below + n - 1] += ends * y[begin + n];
        }
      }
      // Elimination of a matrix with three diagonals, whose columns sum to 1.
      let diagonal = 1 + (most > 0 ? up : 0);
      for (let n = 1; n <= most; n++) {
        const inverse = 1 / diagonal;
        const ends = Math.min(n, servers) * down;
        y[n - 1] *= inverse;
        ratio[n] = ends * inverse;
        y[n] += up * y[n - 1];
        diagonal = 1 + (n < most ? up : 0) + ends * (1 - up * inverse);
      }
      y[most] /= diagonal;
      for (let n = most; n > 0; n--) {
        // Numbers so small that they are slow to reckon with are none.
        if (Math.abs(y[n]) < 1e-200) y[n] = 0;
        y[n - 1] += ratio[n] * y[n];
      }
      for (const [i, gain] of gains(rate, y).entries()) y[states + i] += step * gain;
    },
  };
}
