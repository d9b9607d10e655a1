import type { Distribution } from '../../distributions/contract.js';

const levels = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);

/** Whether single values have chances of their own: the cdf then passes over some of these levels. */
export const jumps = ({ cdf, quantile }: Distribution): boolean =>
  levels.some(p => cdf(quantile(p)) > p + 1e-9);
