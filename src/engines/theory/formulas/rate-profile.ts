import { ParameterError } from '../../../distributions/contract.js';
import { expm1 } from '../../../numerics/near-zero.js';

/** An arrival rate that changes with time. */
export interface RateProfile {
  /** Customers per second at time t. */
  readonly at: (t: number) => number;
  /** None is higher. */
  readonly peak: number;
  /** The times above 0 and below `end` at which the rate jumps or bends. */
  readonly jumps: (end: number) => readonly number[];
  /** Mean number at t of those that came since 0 and stay for exponential times of this mean. */
  readonly present: (t: number, meanStay: number) => number;
}

const highest = 1e30;

const rate = (name: string, value: number): number => {
  if (value >= 0 && value <= highest) return value;
  throw new ParameterError(name, value, 'a rate of at most 1e30 per second, or 0');
};

export const constantRate = (value: number): RateProfile => ({
  at: () => value,
  peak: rate('arrival rate', value),
  jumps: () => [],
  present: (t, stay) => value * stay * -expm1(-t / stay),
});

/** base + swing sin(2π t / period + phase), nowhere below 0. */
export function wave(base: number, swing: number, period: number, phase = 0): RateProfile {
  if (!(Math.abs(swing) <= base)) {
    throw new ParameterError('swing of the arrival rate', swing, `a number from -${base} to ${base}`);
  }
  if (!(period > 0 && period <= highest)) {
    throw new ParameterError('period of the arrival rate', period, 'a time above 0');
  }
  return {
    at: t => Math.max(0, base + swing * Math.sin((2 * Math.PI * t) / period + phase)),
    peak: rate('arrival rate', base + Math.abs(swing)),
    jumps: () => [],
    // The integral of e^(-(t - s) / stay) sin(ω s + phase), by parts twice.
    present: (t, stay) => {
      const turn = (2 * Math.PI * stay) / period;
      const angle = (2 * Math.PI * t) / period + phase;
      const part = (a: number): number => Math.sin(a) - turn * Math.cos(a);
      const waves = (stay * (part(angle) - Math.exp(-t / stay) * part(phase))) / (1 + turn * turn);
      return Math.max(0, base * stay * -expm1(-t / stay) + swing * waves);
    },
  };
}

/** Constant between the times at which it jumps: [from, rate] in order, the first from 0 on. */
export function steps(pieces: readonly (readonly [from: number, rate: number])[]): RateProfile {
  const rates = pieces.map(([, value], i) => rate(`arrival rate[${i}]`, value));
  const times = pieces.map(([from]) => from);
  if (!(times[0] === 0 && times.every((from, i) => i === 0 || from > times[i - 1]))) {
    throw new ParameterError('times of the arrival rate', times.join(', '), 'times that grow from 0 on');
  }
  return {
    at: t =>
      rates[
        Math.max(
          0,
          times.findLastIndex(from => from <= t),
        )
      ],
    peak: Math.max(...rates),
    jumps: end => times.filter(t => t > 0 && t < end),
    present: (t, stay) =>
      pieces.reduce((sum, [from, value], i) => {
        if (from >= t) return sum;
        const until = Math.min(times[i + 1] ?? t, t);
        return sum + value * stay * Math.exp((until - t) / stay) * -expm1((from - until) / stay);
      }, 0),
  };
}
