import { sineOfTurns } from '../../numerics/sine.js';
import { exponential, type Stream } from '../../random/index.js';
import type { ArrivalProcess, ArrivalSource } from '../contract.js';
import { processKind } from '../kind.js';
import { scvOfGaps } from '../rate-profile.js';

/** Poisson arrivals that swell and ebb. */
export const sinusoidal = processKind(
  {
    name: 'sinusoidal',
    about: 'Poisson arrivals whose rate swings about its mean as a sine, upwards from time 0 on.',
    parameters: {
      rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time over a whole period.' },
      amplitude: {
        kind: 'fraction',
        min: 0,
        max: 1,
        about: 'How far the rate swings to either side, as a share of the mean.',
      },
      period: { kind: 'duration', exclusiveMin: 0, about: 'The time from one crest to the next.' },
    },
  },
  form => [form(['rate', 'amplitude', 'period'], p => swinging(p.rate, p.amplitude, p.period))],
);

/** Steps of a period for the scv, whose error is of the order of their square. */
const steps = 1024;

function swinging(rate: number, amplitude: number, period: number): ArrivalProcess {
  const at = (turns: number): number => rate * (1 + amplitude * sineOfTurns(turns));
  const stretches = Array.from({ length: steps }, (_, k) => ({
    rate: at((k + 0.5) / steps),
    duration: period / steps,
  }));
  return {
    kendall: 'M(t)',
    rate,
    scv: scvOfGaps(stretches, rate, period),
    // Poisson counts over whole periods.
    dispersion: 1,
    renewal: false,
    cycle: period,
    clock: {
      at: t => at(t / period - Math.floor(t / period)),
      peak: rate * (1 + amplitude),
      jumps: () => [],
    },
    source: stream => thinned(at, rate * (1 + amplitude), period, stream),
  };
}

/**
 * Customers come at the highest rate and are let through with the share that the rate of the moment is of it: P.
 * A. W. Lewis and G. S. Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research
 * Logistics Quarterly 26(3), 1979.
 */
function thinned(
  at: (turns: number) => number,
  highest: number,
  period: number,
  stream: Stream,
): ArrivalSource {
  let turns = 0;
  return {
    fill: block => {
      for (let k = 0; k < block.length; k++) {
        let time = 0;
        let through = false;
        while (!through) {
          const gap = exponential(stream) / highest;
          time += gap;
          turns += gap / period;
          turns -= Math.floor(turns);
          through = stream.uniform() * highest < at(turns);
        }
        block[k] = time;
      }
    },
  };
}
