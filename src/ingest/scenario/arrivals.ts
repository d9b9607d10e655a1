import type { ArrivalSpec } from '../../scenario/type.js';
import type { Arrivals } from '../inference/arrivals-seen.js';
import type { Chosen } from './chosen.js';
import { profileOf } from './profile.js';

/** The arrival process of a scenario for what was seen of arrivals. */
export function chooseArrivals(arrivals: Arrivals): Chosen<ArrivalSpec> {
  const { rate, scv = 1, dispersion, overTime, by, span, exponentialGaps: gaps } = arrivals;
  if (overTime?.changes) return profileOf(overTime);
  const poisson = (why: string) => ({ spec: { process: 'poisson', rate }, why: `arrivals: Poisson${why}` });
  if (dispersion.length === 0 && by === undefined)
    return overTime
      ? poisson(', for the counts vary no more than theirs would')
      : poisson(
          span === undefined
            ? ', taken for granted: a rate tells nothing of how they cluster'
            : ', taken for granted: two counts tell nothing of how they cluster',
        );
  const off = dispersion.filter(
    ({ index, windows }) => Math.abs(index - 1) > 0.2 + 3 * Math.sqrt(2 / windows),
  );
  // Counts of few arrivals have a dispersion of their own beside that of their gaps.
  const like = (one: number) => Math.abs(one - scv) <= 0.2 + 0.3 * scv;
  if (off.length === 0 && Math.abs(scv - 1) < 0.2)
    return poisson(
      gaps
        ? `; counts do not speak against it, and exponential gaps have p = ${gaps.p.toFixed(2)} of a test by bootstrap`
        : ', for the counts do not speak against it; the gaps cannot be tested by so coarse a clock, or so few of them',
    );
  if (dispersion.every(({ index }) => like(index)))
    return {
      spec: { process: 'renewal', rate, scv },
      why: 'arrivals: independent gaps of the measured scv',
    };
  const longest = dispersion.at(-1)?.index ?? scv;
  return {
    spec: { process: 'renewal', rate, scv: longest },
    why:
      'arrivals: independent gaps whose scv is the index of dispersion at the longest scale (the asymptotic method), ' +
      'for the arrivals are not independent; --replay plays them as they were',
  };
}
