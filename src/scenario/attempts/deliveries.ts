import { pow } from '../../numerics/pow.js';
import type { Station } from '../type.js';
import type { SharesByClass } from './spec.js';

/** Of a class, where shares may be given by class. */
export const shareOf = (shares: SharesByClass | undefined, className: string): number =>
  typeof shares === 'object' ? (shares[className] ?? 0) : (shares ?? 0);

/** Whether work at the station may be delivered more than once. */
export const redelivers = ({ failing, poison, lease }: Station): boolean =>
  failing !== undefined || poison !== undefined || lease !== undefined;

/**
 * How often a customer of the class is tried at the station on average, and the share that succeeds in the end: a
 * geometric number of deliveries, cut off at the most that are made; poison is tried that often.
 */
export function deliveriesOf(station: Station, className: string): { mean: number; succeeding: number } {
  const failing = shareOf(station.failing, className);
  const poison = shareOf(station.poison, className);
  const { maxDeliveries: most = Number.POSITIVE_INFINITY } = station;
  const never = pow(failing, most);
  const sound = (1 - never) / (1 - failing);
  return {
    mean: (1 - poison) * sound + (poison > 0 ? poison * most : 0),
    succeeding: (1 - poison) * (1 - never),
  };
}
