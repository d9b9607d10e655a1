import type { Answer, Source } from '../model.js';
import type { StationCase } from './case.js';

const little: Source = { ref: 'little1961', at: 'L = λW' };

/** Of each class, where all that is known of times is the mean over all: what it gets through, and loses. */
export const wholeOnly = ({ visitors }: StationCase, whole: Answer): readonly Answer[] =>
  visitors.length === 1
    ? [whole]
    : visitors.map(({ arrivals }) => {
        const { probabilityOfLoss: loss } = whole.measures;
        const value = arrivals.rate * (1 - (loss?.value ?? 0));
        return {
          measures: {
            throughput: { value, source: little, ...(loss === undefined && { exact: true }) },
            ...(loss && { probabilityOfLoss: loss }),
          },
        };
      });
