import { ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { phaseTypeOf } from '../phase-type-law.js';

/** Exponential phases in a row, with a way out after each. */
export const coxian = family(
  {
    name: 'coxian',
    about: 'Exponential phases one after the other, which a draw may leave after each.',
    parameters: {
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean of the whole.' },
      scv: {
        kind: 'number',
        min: 0.5,
        max: 1e9,
        about: 'Squared coefficient of variation, by two phases; below 0.5 takes more of them.',
      },
      means: { kind: 'durations', exclusiveMin: 0, about: 'Of the phases, in order.' },
      onward: {
        kind: 'fractions',
        min: 0,
        max: 1,
        about: 'The probability of going on after each phase but the last.',
      },
    },
  },
  form => [
    form(['mean', 'scv'], ({ mean, scv }) => twoPhases(mean, scv)),
    form(['means', 'onward'], ({ means, onward }) => {
      if (onward.length === means.length - 1) return inARow(means, onward);
      throw new ParameterError(
        'onward',
        onward,
        `${means.length - 1} of them, one for each phase but the last`,
      );
    }),
  ],
);

/** R. Marie, "Calculating equilibrium probabilities for lambda(n)/C_k/1/N queues", 1980 (from memory; moments tested). */
const twoPhases = (mean: number, scv: number) => inARow([mean / 2, mean * scv], [1 / (2 * scv)]);

const inARow = (means: readonly number[], onward: readonly number[]) =>
  phaseTypeOf({
    initial: means.map((_, i) => (i === 0 ? 1 : 0)),
    means,
    transitions: means.map((_, i) => means.map((_, j) => (j === i + 1 ? onward[i] : 0))),
  });
