import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { renewalProcess } from '../../../arrivals/renewal-process.js';
import { distributionOf } from '../../../distributions/index.js';

/**
 * What a place gets of Poisson arrivals that are dealt in turn. Alone in a round its times between arrivals are
 * sums of as many exponential ones; more often in it, it sees a Markovian process whose phase is the turn.
 *
 * @param round the places, one turn after the other
 */
export function dealt(arrivals: ArrivalProcess, round: readonly number[], place: number): ArrivalProcess {
  const turns = round.length;
  const own = round.filter(each => each === place).length;
  const rate = (arrivals.rate * own) / turns;
  if (own === turns) return arrivals;
  if (own === 1) return renewalProcess(distributionOf({ distribution: 'erlang', mean: 1 / rate, k: turns }));
  const moves = (counts: (turn: number) => boolean): number[][] =>
    round.map((_, i) => round.map((__, j) => (j === (i + 1) % turns && counts(i) ? arrivals.rate : 0)));
  const silent = moves(turn => round[turn] !== place).map((row, i) =>
    row.map((value, j) => (i === j ? value - arrivals.rate : value)),
  );
  const { interarrival, ...process } = arrivals;
  return {
    ...process,
    kendall: 'MAP',
    rate,
    renewal: false,
    markovian: { silent, arriving: moves(turn => round[turn] === place) },
  };
}

/** The order in which places of such weights come, round by round: each gains its weight, the richest pays for all. */
export function roundOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const credit = weights.map(() => 0);
  return Array.from({ length: total / commonDivisor(weights) }, () => {
    weights.forEach((weight, i) => {
      credit[i] += weight;
    });
    const richest = credit.indexOf(Math.max(...credit));
    credit[richest] -= total;
    return richest;
  });
}

const commonDivisor = (weights: readonly number[]): number =>
  weights.reduce((a, b) => {
    while (b > 0) [a, b] = [b, a % b];
    return a;
  });
