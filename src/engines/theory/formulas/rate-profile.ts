import { ParameterError } from '../../../distributions/contract.js';

/** An arrival rate that changes with time. */
export interface RateProfile {
  /** Customers per second at time t. */
  readonly at: (t: number) => number;
  /** None is higher. */
  readonly peak: number;
  /** The times above 0 and below `end` at which the rate jumps or bends. */
  readonly jumps: (end: number) => readonly number[];
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
  };
}
