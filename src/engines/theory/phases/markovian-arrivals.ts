import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { add, fromRows, type Matrix, matrix } from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';
import { exponentialPhases, type PhaseType, phasesOf } from './phase-type.js';

/** A Markovian arrival process: rates of changing phase without and with an arrival, per second. */
export interface MarkovianArrivals {
  readonly silent: Matrix;
  readonly arrive: Matrix;
}

export const renewalMap = ({ initial, within, exit }: PhaseType): MarkovianArrivals => ({
  silent: within,
  arrive: matrix(exit.length, exit.length, (i, j) => exit[i] * initial[j]),
});

/** Poisson arrivals whose rate changes with a Markov chain of the given rates of change (diagonal ignored). */
export function modulatedPoisson(
  arrivalRates: readonly number[],
  changes: readonly (readonly number[])[],
): MarkovianArrivals {
  const leaving = changes.map((row, i) => row.reduce((sum, rate, j) => (i === j ? sum : sum + rate), 0));
  return {
    silent: fromRows(
      changes.map((row, i) => row.map((rate, j) => (i === j ? -leaving[i] - arrivalRates[i] : rate))),
    ),
    arrive: matrix(arrivalRates.length, arrivalRates.length, (i, j) => (i === j ? arrivalRates[i] : 0)),
  };
}

/** The process as one of phases: Poisson, Markov-modulated, or renewal with times of phases; else undefined. */
export function markovianArrivals({
  kendall,
  rate,
  modulation,
  markovian,
  interarrival,
}: ArrivalProcess): MarkovianArrivals | undefined {
  if (kendall === 'M') return renewalMap(exponentialPhases(1 / rate));
  if (modulation) {
    const { rates, holding, transitions } = modulation;
    return modulatedPoisson(
      rates,
      transitions.map((row, i) => row.map(chance => chance / holding[i])),
    );
  }
  if (markovian) return { silent: fromRows(markovian.silent), arrive: fromRows(markovian.arriving) };
  const phases = interarrival && phasesOf(interarrival);
  return phases && renewalMap(phases);
}

/** Customers per second in the long run. */
export function rateOf({ silent, arrive }: MarkovianArrivals): number {
  const phase = stationary(add(silent, arrive));
  return phase.reduce((sum, p, i) => {
    for (let j = 0; j < arrive.columns; j++) sum += p * arrive.data[i * arrive.columns + j];
    return sum;
  }, 0);
}
