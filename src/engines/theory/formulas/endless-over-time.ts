import type { Distribution } from '../../../distributions/contract.js';
import { durationOrNone, law, made, whole } from '../domain.js';
import { formula } from '../formula.js';
import { endlessUntil } from '../over-time/endless.js';
import type { RateProfile } from './rate-profile.js';

export interface EndlessOverTime {
  readonly arrivals: RateProfile;
  readonly service: Distribution;
  /** Customers whose service begins at time 0. */
  readonly initial: number;
  readonly time: number;
}

export const endlessOverTime = formula({
  kendall: 'M(t)/G/∞ over time',
  name: 'a server for everyone, services of any law, at a time after the start',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of a rate that changes with time in a known way',
    'independent service times of any law',
    'a free server for every customer',
  ],
  formula:
    'those who came since are Poisson of mean ∫ λ(s) P(S > t - s) ds, beside what is left of the first',
  breaks: 'With finitely many servers customers wait, and those who wait are served later.',
  sources: [{ ref: 'eick1993', at: 'theorem 1' }],
  parameters: {
    arrivals: made('an arrival rate over time'),
    service: law,
    initial: whole(0, 1e9),
    time: durationOrNone,
  },
  solve: ({ arrivals, service, initial, time }: EndlessOverTime) => ({
    meanNumberInSystem: time === 0 ? initial : endlessUntil({ arrivals, service, initial }, time).present,
  }),
});
