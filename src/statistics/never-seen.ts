import { log } from '../numerics/log.js';

/**
 * Upper limit of a share of which `count` independent trials showed none: -ln(1 - confidence) / count, the "rule
 * of three" at 95 % (J. A. Hanley, A. Lippman-Hand, JAMA 249, 1983; not checked).
 */
export const highestUnseenShare = (count: number, confidence: number): number =>
  Math.min(1, -log(1 - confidence) / count);
