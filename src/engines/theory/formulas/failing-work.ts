import { chance, checkStable, duration, rate, whole, wholeOrEndless } from '../domain.js';
import { erlangC } from '../erlang.js';
import { formula } from '../formula.js';

export interface FailingWork {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Probability that the work on a customer fails, each time. */
  readonly failing: number;
  /** After so many failures nobody tries again; Infinity: until it succeeds. */
  readonly deliveries: number;
}

/** Mean number of attempts for each customer. */
const attemptsOf = ({ failing, deliveries }: Pick<FailingWork, 'failing' | 'deliveries'>): number =>
  failing === 1 ? deliveries : (1 - failing ** deliveries) / (1 - failing);

export const failingWork = formula({
  kendall: 'M/M/c feedback',
  name: 'work that fails by chance and joins the queue again, up to so many times',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals and independent exponential service times, drawn anew for each attempt',
    'each attempt fails with the same probability; the customer then goes to the back of the queue',
    'c equal servers, first come first served, unlimited queue',
  ],
  formula: 'M/M/c at the rate of all attempts, λ (1 - p^N) / (1 - p); P(dead letter) = p^N',
  breaks: 'Work that fails again and again, or is tried again after a while, waits otherwise.',
  sources: [
    { ref: 'jackson1957', at: 'the theorem' },
    { ref: 'baskett1975', at: 'product form' },
  ],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1e6),
    failing: chance,
    deliveries: wholeOrEndless(1, 1e9),
  },
  load: ({ arrivalRate, meanService, servers, ...work }: FailingWork): number =>
    (arrivalRate * attemptsOf(work) * meanService) / servers,
  solve: ({ arrivalRate, meanService, servers, failing, deliveries }: FailingWork) => {
    const probabilityOfDeadLetter = failing ** deliveries;
    const amplification = attemptsOf({ failing, deliveries });
    const attemptRate = arrivalRate * amplification;
    const load = attemptRate * meanService;
    checkStable(load / servers);
    const meanNumberInQueue = (erlangC(servers, load) * load) / (servers - load);
    const throughput = arrivalRate * (1 - probabilityOfDeadLetter);
    return {
      throughput,
      utilisation: load / servers,
      meanNumberInQueue,
      meanNumberInSystem: meanNumberInQueue + load,
      meanWait: meanNumberInQueue / arrivalRate,
      meanSojourn: (meanNumberInQueue + load) / arrivalRate,
      ...(probabilityOfDeadLetter > 0 && { probabilityOfDeadLetter }),
      attemptRate,
      amplification,
      wastedWork: (attemptRate - throughput) * meanService,
    };
  },
});
