import { meanInterval } from '../statistics/mean-interval.js';

/** A mean over rounds with its interval by Student's t; without one where there was a single round. */
export interface OverRounds {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly rounds: number;
}

/**
 * Rounds are independent of each other: each has its own seed.
 *
 * @returns undefined when there is no value
 */
export function overRounds(values: readonly number[], confidence: number): OverRounds | undefined {
  const rounds = values.length;
  if (rounds === 0) return undefined;
  return rounds === 1 ? { value: values[0], rounds } : { ...meanInterval(values, confidence), rounds };
}

/** One contender: a value for each round, undefined where the round did not count. */
export interface Contender {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** A difference of two rounds that came out alike by chance would look certain. */
const fewestRounds = 3;

export interface Ranking {
  readonly best: string;
  /** From which no difference was shown: its interval, round by round, holds 0, or fewer than three rounds count for both. */
  readonly alike: readonly string[];
  readonly worse: readonly string[];
}

/**
 * Who is best, and from whom that is not shown: differences are taken round by round, so that what all had in common
 * cancels. The best is chosen after the fact and held against all others, so each interval has the level with which all
 * pairs hold together (Bonferroni).
 *
 * @param confidence of all differences together
 * @returns undefined when fewer than two have a value
 */
export function ranking(
  contenders: readonly Contender[],
  better: 'lower' | 'higher',
  confidence: number,
): Ranking | undefined {
  const sign = better === 'lower' ? 1 : -1;
  const present = contenders.flatMap(({ name, values }) => {
    const over = overRounds(values.filter(isNumber), confidence);
    return over ? [{ name, values, mean: sign * over.value }] : [];
  });
  if (present.length < 2) return undefined;
  const [best, ...others] = [...present].sort((a, b) => a.mean - b.mean);
  const level = 1 - (1 - confidence) / ((present.length * (present.length - 1)) / 2);
  const worse = others.filter(({ values }) => {
    const difference = overRounds(paired(best.values, values, sign), level);
    return (difference?.low ?? 0) > 0 && (difference?.rounds ?? 0) >= fewestRounds;
  });
  return {
    best: best.name,
    alike: others.filter(other => !worse.includes(other)).map(({ name }) => name),
    worse: worse.map(({ name }) => name),
  };
}

/** By how much the second is worse, in the rounds that count for both. */
function paired(first: Contender['values'], second: Contender['values'], sign: number): number[] {
  return second.flatMap((value, round) => {
    const other = first[round];
    return value === undefined || other === undefined ? [] : [sign * (value - other)];
  });
}

const isNumber = (value: number | undefined): value is number => value !== undefined;
