import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import { singleStation } from '../../scenario/single-station.js';
import { isOpen } from '../../scenario/supply-rate.js';
import type { Trap } from './trap.js';

/** Where only the mean of the services counts, nobody needs to know how they vary. */
export const shape: Trap = ({ classes, ...scenario }) => {
  const station = singleStation({ classes, ...scenario });
  if (typeof station === 'string') return undefined;
  const poisson = Object.values(classes).every(
    one => isOpen(one) && arrivalProcessOf(one.arrivals).kendall === 'M',
  );
  const { servers, capacity, discipline, service } = station;
  const exponential = distributionOf(service).kendall === 'M';
  const why =
    discipline === 'ps'
      ? 'is shared, and the means depend on the services by their mean alone'
      : capacity !== undefined && capacity === servers
        ? 'has no room to wait, and the loss depends on the services by their mean alone'
        : servers === 'infinite'
          ? 'serves everybody at once, and how many are there depends on the services by their mean alone'
          : undefined;
  if (!poisson || exponential || why === undefined) return undefined;
  return {
    code: 'only-the-mean-counts',
    message: `The station ${why}: another law of service times of the same mean changes nothing of it.`,
  };
};
