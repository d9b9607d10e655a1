import { exponentialOf } from '../../distributions/families/exponential.js';
import { processKind } from '../kind.js';
import { renewalProcess } from '../renewal-process.js';

/** Customers who know nothing of each other. */
export const poisson = processKind(
  {
    name: 'poisson',
    about: 'Customers who arrive independently of each other: exponential times between arrivals.',
    parameters: { rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time.' } },
  },
  form => [form(['rate'], ({ rate }) => renewalProcess(exponentialOf(1 / rate)))],
);
