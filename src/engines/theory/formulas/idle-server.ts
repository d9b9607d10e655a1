import type { Distribution } from '../../../distributions/contract.js';
import { laplace } from '../laplace.js';

type Moments = Pick<Distribution, 'mean' | 'scv'>;
const square = ({ mean, scv }: Moments): number => mean ** 2 * (1 + scv);

/** Pollaczek and Khinchine's mean wait in M/G/1. */
export const meanWaitOf = (arrivalRate: number, service: Moments): number =>
  (arrivalRate * square(service)) / (2 * (1 - arrivalRate * service.mean));

/*
 * What a server that does not start at once adds to the mean wait in M/G/1: by the decomposition of S. W.
 * Fuhrmann and R. B. Cooper, Operations Research 33 (1985), a term of its own (not checked).
 */

/** Vacations one after the other until somebody waits. */
export const multipleVacations = (vacation: Moments): number => square(vacation) / (2 * vacation.mean);

/** One vacation whenever the station empties (Y. Levy, U. Yechiali, Management Science 22 (1975); not checked). */
export const singleVacation = (arrivalRate: number, vacation: Distribution): number =>
  (arrivalRate * square(vacation)) / (2 * (arrivalRate * vacation.mean + laplace(vacation, arrivalRate)));

/** A set-up before the first customer of every busy period (P. D. Welch, Operations Research 12 (1964); not checked). */
export const setUp = (arrivalRate: number, time: Moments): number =>
  (2 * time.mean + arrivalRate * square(time)) / (2 * (1 + arrivalRate * time.mean));

/** The server starts when `threshold` customers have come (M. Yadin, P. Naor 1963; not checked). */
export const startAt = (threshold: number, arrivalRate: number): number =>
  (threshold - 1) / (2 * arrivalRate);
