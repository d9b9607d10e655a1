import { distributionOf, fromMeanAndScv, ParameterError } from '../../distributions/index.js';
import { nested } from '../../distributions/nested.js';
import { processKind } from '../kind.js';
import { renewalProcess } from '../renewal-process.js';

/** Independent times between arrivals, of any one law. */
export const renewal = processKind(
  {
    name: 'renewal',
    about: 'Independent times between arrivals, all of one distribution.',
    parameters: {
      interarrival: { kind: 'distribution', about: 'The time between two arrivals; its mean is above 0.' },
      rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time.' },
      scv: {
        kind: 'number',
        min: 0,
        about: 'Squared coefficient of variation of the time between two arrivals.',
      },
    },
  },
  form => [
    form(['interarrival'], ({ interarrival }) => {
      const law = nested(distributionOf, 'interarrival', interarrival);
      if (!(law.mean > 0 && law.mean < Number.POSITIVE_INFINITY)) {
        throw new ParameterError(
          'interarrival',
          `a law of mean ${law.mean}`,
          'a mean above 0 that is finite',
        );
      }
      return renewalProcess(law);
    }),
    form(['rate', 'scv'], ({ rate, scv }) => renewalProcess(distributionOf(fromMeanAndScv(1 / rate, scv)))),
  ],
);
