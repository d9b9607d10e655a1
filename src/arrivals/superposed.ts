import type { ArrivalProcess } from './contract.js';
import { poisson } from './processes/poisson.js';

/**
 * Independent processes seen as one. Poisson ones make a Poisson one; of others the rate and the dispersion are
 * known, since the variances of counts add up, and no more. It has no source: customers are drawn by class.
 */
export function superposed(processes: readonly ArrivalProcess[]): ArrivalProcess {
  const [first, ...others] = processes;
  if (others.length === 0) return first;
  const rate = processes.reduce((sum, each) => sum + each.rate, 0);
  if (processes.every(({ kendall }) => kendall === 'M')) return poisson.make({ rate });
  const dispersion = processes.reduce((sum, each) => sum + each.dispersion * each.rate, 0) / rate;
  const cycle = processes.find(each => each.cycle !== undefined)?.cycle;
  return {
    kendall: 'G',
    rate,
    scv: dispersion,
    dispersion,
    renewal: false,
    ...(cycle !== undefined && { cycle }),
    source: () => {
      throw new Error('customers of several classes are drawn class by class');
    },
  };
}
