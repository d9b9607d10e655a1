import type { Distribution } from '../../../distributions/contract.js';
import { type Domain, lawOf, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { laplace } from '../laws/laplace.js';
import type { Source } from '../model.js';
import { byLittle } from './by-little.js';

type Moments = Pick<Distribution, 'mean' | 'scv'>;
const square = ({ mean, scv }: Moments): number => mean ** 2 * (1 + scv);

/** Pollaczek and Khinchine's mean wait in M/G/1. */
export const meanWaitOf = (arrivalRate: number, service: Moments): number =>
  (arrivalRate * square(service)) / (2 * (1 - arrivalRate * service.mean));

interface IdleServer {
  readonly arrivalRate: number;
  readonly service: Distribution;
}

const decomposition: Source = { ref: 'fuhrmann1985', at: 'decomposition' };

/** M/G/1 whose server does not start at once: by the decomposition that adds a term of its own to the mean wait. */
const delayed = <Given extends object>(card: {
  readonly kendall: string;
  readonly name: string;
  readonly assumption: string;
  readonly formula: string;
  readonly breaks: string;
  readonly source: Source;
  readonly parameters: { readonly [Name in keyof Given]-?: Domain };
  readonly extra: (given: Given & IdleServer) => number;
}) =>
  formula({
    kendall: card.kendall,
    name: card.name,
    exactness: 'exact',
    assumptions: [
      'Poisson arrivals',
      'independent service times of any law',
      'one server, first come first served',
      card.assumption,
    ],
    formula: card.formula,
    breaks: card.breaks,
    sources: [card.source, decomposition],
    parameters: { arrivalRate: rate, service: lawOf(2), ...card.parameters } as {
      readonly [Name in keyof (Given & IdleServer)]-?: Domain;
    },
    load: ({ arrivalRate, service }: Given & IdleServer) => arrivalRate * service.mean,
    solve: (given: Given & IdleServer) => {
      const { arrivalRate, service } = given;
      const meanWait = meanWaitOf(arrivalRate, service) + card.extra(given);
      return {
        ...byLittle(arrivalRate, meanWait, service.mean),
        utilisation: arrivalRate * service.mean,
      };
    },
  });

export const multipleVacations = delayed<{ readonly vacation: Distribution }>({
  kendall: 'M/G/1 multiple vacations',
  name: 'a server that goes away whenever nobody waits, again and again until somebody does',
  assumption: 'vacations one after the other whenever the station is empty, each begun vacation is finished',
  formula: 'Wq = Wq(M/G/1) + E V² / (2 E V)',
  breaks: 'A server that comes back when called makes nobody wait for the end of its vacation.',
  source: { ref: 'fuhrmann1985', at: 'vacation models' },
  parameters: { vacation: lawOf(2) },
  extra: ({ vacation }) => square(vacation) / (2 * vacation.mean),
});

export const singleVacation = delayed<{ readonly vacation: Distribution }>({
  kendall: 'M/G/1 single vacation',
  name: 'a server that goes away once whenever the station has become empty',
  assumption: 'one vacation after each busy period; then the server waits for work',
  formula: 'Wq = Wq(M/G/1) + λ E V² / (2 (λ E V + V*(λ)))',
  breaks: 'See multiple vacations for a server that leaves again when it finds nobody.',
  source: { ref: 'levy1975', at: 'single vacation' },
  parameters: { vacation: lawOf(2) },
  extra: ({ arrivalRate, vacation }) =>
    (arrivalRate * square(vacation)) / (2 * (arrivalRate * vacation.mean + laplace(vacation, arrivalRate))),
});

export const setUp = delayed<{ readonly setup: Distribution }>({
  kendall: 'M/G/1 set-up',
  name: 'a server that has to be set up before the first customer of every busy period',
  assumption: 'a set-up begins with the first arrival to an empty station',
  formula: 'Wq = Wq(M/G/1) + (2 E U + λ E U²) / (2 (1 + λ E U))',
  breaks: 'A server kept warm for a while after the last customer makes fewer customers wait.',
  source: { ref: 'welch1964', at: 'exceptional first service' },
  parameters: { setup: lawOf(2) },
  extra: ({ arrivalRate, setup }) =>
    (2 * setup.mean + arrivalRate * square(setup)) / (2 * (1 + arrivalRate * setup.mean)),
});

export const nPolicy = delayed<{ readonly threshold: number }>({
  kendall: 'M/G/1 N-policy',
  name: 'a server that starts when N customers have come',
  assumption: 'the server stops when the station is empty and starts with the N-th arrival',
  formula: 'Wq = Wq(M/G/1) + (N - 1) / (2 λ)',
  breaks: 'A start that takes time adds to the wait: see set-up.',
  source: { ref: 'yadin1963', at: 'the N-policy' },
  parameters: { threshold: whole(1, 1e9) },
  extra: ({ arrivalRate, threshold }) => (threshold - 1) / (2 * arrivalRate),
});
