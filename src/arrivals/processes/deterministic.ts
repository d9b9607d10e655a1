import { distributionOf } from '../../distributions/index.js';
import { processKind } from '../kind.js';
import { renewalProcess } from '../renewal-process.js';

/** A clock. */
export const deterministic = processKind(
  {
    name: 'deterministic',
    about: 'One customer after the other at equal intervals.',
    parameters: {
      rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time.' },
      interval: { kind: 'duration', exclusiveMin: 0, about: 'The time between two arrivals.' },
    },
  },
  form => [
    form(['rate'], ({ rate }) => every(1 / rate)),
    form(['interval'], ({ interval }) => every(interval)),
  ],
);

const every = (interval: number) =>
  renewalProcess(distributionOf({ distribution: 'deterministic', value: interval }));
