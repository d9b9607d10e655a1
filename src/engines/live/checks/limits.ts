import type { Observations } from '../../../measurement/observation.js';

/*
 * Chosen on 71 runs on Redis and ZeroMQ, then held on 19 more: runs that passed lay within 1.8 % of their twin at 10 ms
 * services, those that failed up to 7 %. Long services bear more.
 */

/** How often chance may fail one statistical check of a sound run. */
export const chance = 1e-3;

export const meanServiceOf = ({ service }: Observations): number =>
  service.reduce((sum, time) => sum + time, 0) / service.length;

/** Seconds that one message in a hundred may be late by. */
export const tailLimit = (meanService: number): number => Math.max(2.5e-3, meanService / 4);

/** Seconds by which every service may be longer than it should. */
export const serviceLimit = (meanService: number): number => Math.max(3e-4, meanService / 50);

export const calmer = 'close other programs, or use longer services at a lower rate';
