import { ParameterError } from '../../distributions/contract.js';
import { processKind } from '../kind.js';
import { rateProfile, type Stretch } from '../rate-profile.js';

const hour = 3600;

/** Poisson arrivals at a rate that changes with the clock. */
export const profile = processKind(
  {
    name: 'profile',
    about: 'Poisson arrivals whose rate changes with time as written, in stretches of one rate each.',
    parameters: {
      rates: { kind: 'rates', min: 0, about: 'Customers per unit of time in each stretch.' },
      durations: {
        kind: 'durations',
        exclusiveMin: 0,
        about:
          'How long each stretch lasts; then they repeat. One fewer than the rates, and the last rate goes on for ever.',
      },
      hourly: {
        kind: 'rates',
        min: 0,
        about: 'Customers per unit of time in each hour of the day, 24 of them, from midnight on, every day.',
      },
    },
  },
  form => [
    form(['rates', 'durations'], ({ rates, durations }) => rateProfile(stretches(rates, durations))),
    form(['hourly'], ({ hourly }) => {
      if (hourly.length !== 24) throw new ParameterError('hourly', hourly, `24 rates, not ${hourly.length}`);
      someAbove0('hourly', hourly);
      return rateProfile(hourly.map(rate => ({ rate, duration: hour })));
    }),
  ],
);

function stretches(rates: readonly number[], durations: readonly number[]): readonly Stretch[] {
  const once = durations.length === rates.length - 1;
  if (!once && durations.length !== rates.length)
    throw new ParameterError(
      'durations',
      durations,
      `${rates.length} of them, one for each rate, or one fewer`,
    );
  someAbove0('rates', rates);
  if (once && rates[rates.length - 1] === 0)
    throw new ParameterError('rates', rates, 'a last rate above 0, since it goes on for ever');
  return rates.map((rate, i) => ({ rate, duration: durations[i] ?? Number.POSITIVE_INFINITY }));
}

function someAbove0(name: string, rates: readonly number[]): void {
  if (!rates.some(rate => rate > 0)) throw new ParameterError(name, rates, 'one above 0');
}
