import { exp } from '../numerics/exp.js';
import { exponential } from '../random/index.js';
import type { ArrivalProcess, ArrivalSource, RateOverTime } from './contract.js';

/** A stretch of time with one rate. */
export interface Stretch {
  /** Customers per second. */
  readonly rate: number;
  /** Seconds. */
  readonly duration: number;
}

/**
 * Poisson arrivals whose rate follows the stretches from time 0 on, again and again, or goes on at the rate of
 * the last one, whose duration is then Infinity.
 */
export function rateProfile(stretches: readonly Stretch[]): ArrivalProcess {
  const last = stretches[stretches.length - 1];
  const once = last.duration === Number.POSITIVE_INFINITY;
  const cycle = stretches.reduce((sum, { duration }) => sum + (duration < 1 / 0 ? duration : 0), 0);
  const rate = once ? last.rate : stretches.reduce((sum, s) => sum + s.rate * s.duration, 0) / cycle;
  return {
    kendall: 'M(t)',
    rate,
    scv: once ? 1 : scvOfGaps(stretches, rate, cycle),
    // Poisson counts over whole cycles.
    dispersion: 1,
    renewal: false,
    cycle,
    clock: clockOf(stretches, once ? undefined : cycle),
    source: stream => {
      let at = 0;
      let left = stretches[0].duration;
      // An exponential of mean 1 is spent at the rate of each stretch in turn: the inverse of the mean count.
      const fill: ArrivalSource['fill'] = block => {
        for (let k = 0; k < block.length; k++) {
          let time = 0;
          let due = exponential(stream);
          while (due > stretches[at].rate * left) {
            due -= stretches[at].rate * left;
            time += left;
            at = at + 1 === stretches.length ? 0 : at + 1;
            left = stretches[at].duration;
          }
          const last = due / stretches[at].rate;
          left -= last;
          block[k] = time + last;
        }
      };
      return { fill };
    },
  };
}

/** @param cycle after which the stretches repeat themselves; absent: the last one goes on */
function clockOf(stretches: readonly Stretch[], cycle: number | undefined): RateOverTime {
  const starts: number[] = [];
  let start = 0;
  for (const { duration } of stretches) {
    starts.push(start);
    start += duration;
  }
  return {
    at: t => {
      const within = cycle === undefined ? t : t - cycle * Math.floor(t / cycle);
      return stretches[starts.findLastIndex(from => from <= within)].rate;
    },
    peak: Math.max(...stretches.map(({ rate }) => rate)),
    jumps: end => {
      const rounds = cycle === undefined ? 1 : Math.ceil(end / cycle);
      const all = Array.from({ length: rounds }, (_, k) => starts.map(from => from + k * (cycle ?? 0)));
      return all.flat().filter(t => t > 0 && t < end);
    },
  };
}

/**
 * Squared coefficient of variation of the time between two arrivals, over all arrivals of a cycle. The time from
 * a random moment to the next arrival has mean E T^2 / (2 E T); from moment s it is V(s) with V' = rate V - 1,
 * solved backwards over the cycle and closed by V(0) = V(end).
 */
export function scvOfGaps(stretches: readonly Stretch[], rate: number, cycle: number): number {
  const backwards = [...stretches].reverse();
  let [slope, shift] = [1, 0];
  for (const stretch of backwards) {
    const { decay, growth } = untilNext(stretch);
    [slope, shift] = [slope * decay, shift * decay + growth];
  }
  let ahead = shift / (1 - slope);
  let area = 0;
  for (const stretch of backwards) {
    const { decay, growth, areaOf } = untilNext(stretch);
    area += areaOf(ahead);
    ahead = ahead * decay + growth;
  }
  return (2 * rate * area) / cycle - 1;
}

/** V at the start of a stretch is decay * V at its end + growth. */
function untilNext({ rate, duration }: Stretch) {
  if (rate === 0) {
    return { decay: 1, growth: duration, areaOf: (end: number) => duration * (end + duration / 2) };
  }
  const decay = exp(-rate * duration);
  return {
    decay,
    growth: (1 - decay) / rate,
    areaOf: (end: number) => (duration + (end - 1 / rate) * (1 - decay)) / rate,
  };
}
