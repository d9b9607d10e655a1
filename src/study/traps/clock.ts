import { arrivalProcessOf } from '../../arrivals/index.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import { isOpen } from '../../scenario/supply-rate.js';
import { formatDuration, formatNumber, formatPercent } from '../../units.js';
import type { Trap } from './trap.js';
import { meanWaitOf, waitWithPoisson } from './with-poisson.js';

/** A peak this far above the mean is a time of its own. */
const notable = 1.1;

/** A rate that follows the clock, averaged away: the mean load says nothing of the peak. */
export const clock: Trap = (scenario, results) => {
  const followed = Object.values(scenario.classes)
    .filter(isOpen)
    .map(({ arrivals }) => arrivalProcessOf(arrivals))
    .flatMap(({ clock, rate, cycle }) => (clock && cycle ? [{ peak: clock.peak, rate, cycle }] : []));
  if (followed.length === 0 || scenario.run.duration !== undefined) return undefined;
  const factor = Math.max(...followed.map(({ peak, rate }) => peak / rate));
  if (!(factor > notable)) return undefined;
  const busiest = Math.max(...Object.values(offeredLoad(scenario)).map(({ utilisation = 0 }) => utilisation));
  const [real, calm] = [meanWaitOf(results), waitWithPoisson(scenario)];
  const promised =
    real !== undefined && calm !== undefined
      ? ` As many arrivals at an even rate would wait ${formatDuration(calm)} on average, these wait ${formatDuration(real)}.`
      : '';
  const over =
    busiest * factor >= 1
      ? ` At the peak more come than can be served (${formatPercent(busiest * factor)} of what the servers do), and a queue is left over.`
      : '';
  return {
    code: 'rate-follows-clock',
    message: `The rate follows the clock, up to ${formatNumber(factor)} times the mean: averages over the cycle hide the peak.${over}${promised}`,
    advice: `Ask for the run over the time: --set run.duration=${formatDuration(Math.max(...followed.map(one => one.cycle))).replaceAll(' ', '')}.`,
  };
};
