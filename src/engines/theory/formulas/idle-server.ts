import type { Distribution } from '../../../distributions/contract.js';
import { chance, type Domain, lawOf, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { laplace } from '../laws/laplace.js';
import type { Source, TimeDistribution } from '../model.js';
import { delayedTimes } from '../times/delayed.js';
import type { Delay } from '../times/delayed-by-transforms.js';
import { timesFromSeveral } from '../times/starts-with-several.js';
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

/** What is added to the wait of M/G/1: a time that does not depend on it. */
interface Extra {
  readonly mean: number;
  /** Absent where it is not known. */
  readonly square?: number;
}

interface Times {
  readonly wait: TimeDistribution;
  readonly sojourn: TimeDistribution;
}

/** The times of M/G/1 with something added to the wait. */
const plus =
  <Given extends IdleServer>(delays: (given: Given) => readonly Delay[]) =>
  (given: Given, source: Source): Times | undefined =>
    delayedTimes(given.arrivalRate, given.service, delays(given), source);

/** Mean and square of what has passed, at a random moment, of a time under way. */
const age = (law: Distribution): Extra => ({
  mean: square(law) / (2 * law.mean),
  square: law.thirdMoment / (3 * law.mean),
});

const withChance = (share: number, { mean, square = Number.NaN }: Extra): Extra => ({
  mean: share * mean,
  square: share * square,
});

/** M/G/1 whose server does not start at once: by the decomposition that adds a time of its own to the wait. */
const delayed = <Given extends object>(card: {
  readonly kendall: string;
  readonly name: string;
  readonly assumption: string;
  readonly formula: string;
  readonly breaks: string;
  readonly source: Source;
  readonly parameters: { readonly [Name in keyof Given]-?: Domain };
  readonly extra: (given: Given & IdleServer) => Extra;
  /** Of the time in which the server does not serve: the share in which it would begin at once. */
  readonly ready: (given: Given & IdleServer) => number;
  /** Absent where the laws of services and delays cannot be followed. */
  readonly times: (given: Given & IdleServer, source: Source) => Times | undefined;
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
      const extra = card.extra(given);
      const [own, load] = [meanWaitOf(arrivalRate, service), arrivalRate * service.mean];
      const ownVariance = own ** 2 + (arrivalRate * service.thirdMoment) / (3 * (1 - load));
      const varianceOfWait = ownVariance + (extra.square ?? Number.NaN) - extra.mean ** 2;
      return {
        ...byLittle(arrivalRate, own + extra.mean, service.mean),
        utilisation: load,
        probabilityOfWait: 1 - (1 - load) * card.ready(given),
        ...card.times(given, decomposition),
        ...(Number.isFinite(varianceOfWait) && {
          varianceOfWait,
          varianceOfSojourn: varianceOfWait + service.mean ** 2 * service.scv,
        }),
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
  extra: ({ vacation }) => age(vacation),
  ready: () => 0,
  times: plus(({ vacation }) => [{ share: 1, law: vacation, rest: true }]),
});

export const singleVacation = delayed<{ readonly vacation: Distribution }>({
  kendall: 'M/G/1 single vacation',
  name: 'a server that goes away once whenever the station has become empty',
  assumption: 'one vacation after each busy period; then the server waits for work',
  formula: 'Wq = Wq(M/G/1) + λ E V² / (2 (λ E V + V*(λ)))',
  breaks: 'See multiple vacations for a server that leaves again when it finds nobody.',
  source: { ref: 'levy1975', at: 'single vacation' },
  parameters: { vacation: lawOf(2) },
  extra: ({ arrivalRate, vacation }) => {
    const away = arrivalRate * vacation.mean;
    return withChance(away / (away + laplace(vacation, arrivalRate)), age(vacation));
  },
  ready: ({ arrivalRate, vacation }) => {
    const nobodyCame = laplace(vacation, arrivalRate);
    return nobodyCame / (arrivalRate * vacation.mean + nobodyCame);
  },
  times: plus(({ arrivalRate, vacation }) => {
    const away = arrivalRate * vacation.mean;
    return [{ share: away / (away + laplace(vacation, arrivalRate)), law: vacation, rest: true }];
  }),
});

export const setUp = delayed<{ readonly setup: Distribution; readonly off: number }>({
  kendall: 'M/G/1 set-up',
  name: 'a server that has to be set up when it was switched off before the first customer of a busy period',
  assumption:
    'a set-up begins with the first arrival to an empty station, which finds the server off with probability q',
  formula: 'Wq = Wq(M/G/1) + q (2 E U + λ E U²) / (2 (1 + q λ E U)); q = 1 where it is switched off at once',
  breaks: 'Several servers that share their work are set up less often.',
  source: { ref: 'welch1964', at: 'exceptional first service' },
  parameters: { setup: lawOf(2), off: chance },
  // While a set-up is under way those present are the one who began it and Poisson arrivals since.
  extra: ({ arrivalRate, setup, off }) => {
    const busy = off * arrivalRate * setup.mean;
    const { mean, square = Number.NaN } = age(setup);
    return withChance(busy / (1 + busy), {
      mean: mean + 1 / arrivalRate,
      square: square + (2 * mean) / arrivalRate,
    });
  },
  ready: ({ arrivalRate, setup, off }) => (1 - off) / (1 + off * arrivalRate * setup.mean),
  // Of those who come while nothing is served one waits for all of the set-up, the others for what is left of it.
  times: plus(({ arrivalRate, setup, off }) => {
    const others = off * arrivalRate * setup.mean;
    return [
      { share: off / (1 + others), law: setup, rest: false },
      { share: others / (1 + others), law: setup, rest: true },
    ];
  }),
});

export const nPolicy = delayed<{ readonly threshold: number }>({
  kendall: 'M/G/1 N-policy',
  name: 'a server that starts when N customers have come',
  assumption: 'the server stops when the station is empty and starts with the N-th arrival',
  formula: 'Wq = Wq(M/G/1) + (N - 1) / (2 λ)',
  breaks: 'A start that takes time adds to the wait: see set-up.',
  source: { ref: 'yadin1963', at: 'the N-policy' },
  parameters: { threshold: whole(1, 1e9) },
  extra: ({ arrivalRate, threshold }) => ({ mean: (threshold - 1) / (2 * arrivalRate) }),
  ready: ({ threshold }) => Number(threshold === 1),
  times: ({ arrivalRate, service, threshold }, source) =>
    threshold === 1
      ? delayedTimes(arrivalRate, service, [], source)
      : timesFromSeveral(arrivalRate, service, threshold, source),
});
