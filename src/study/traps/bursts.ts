import { arrivalProcessOf } from '../../arrivals/index.js';
import { isOpen } from '../../scenario/supply-rate.js';
import { formatDuration, formatNumber } from '../../units.js';
import type { Trap } from './trap.js';
import { meanWaitOf, waitWithPoisson } from './with-poisson.js';

/** Counts that vary more than so many times as much as those of a Poisson process come in bursts. */
const bursty = 1.5;
/** Waits that differ by less than this share differ for nobody. */
const telling = 0.2;
/** Nor do waits below this share of a service. */
const noticed = 0.05;

/** Bursts taken for a Poisson process: the usual formulas promise much shorter waits. */
export const bursts: Trap = (scenario, results) => {
  const worst = Math.max(
    ...Object.values(scenario.classes)
      .filter(isOpen)
      .map(({ arrivals }) => arrivalProcessOf(arrivals))
      .map(({ clock, dispersion }) => (clock === undefined ? dispersion : 1)),
  );
  if (!(worst > bursty)) return undefined;
  const real = meanWaitOf(results);
  const calm = waitWithPoisson(scenario);
  if (real === undefined || calm === undefined || !(real > calm * (1 + telling))) return undefined;
  const service = results.find(({ measures }) => measures.meanService)?.measures.meanService?.value ?? 0;
  if (real < noticed * service) return undefined;
  const index = Number.isFinite(worst)
    ? `an index of dispersion of ${formatNumber(worst)}`
    : 'no bound to it';
  return {
    code: 'bursts',
    message: `The arrivals come in bursts (${index}, where Poisson arrivals have 1): as many Poisson arrivals would wait ${formatDuration(calm)} on average, these wait ${formatDuration(real)}.`,
    advice: 'A calculator that knows only the rate (Erlang C) does not apply here.',
  };
};
