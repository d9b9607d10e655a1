import { type Distribution, ParameterError } from '../../../distributions/contract.js';
import { duration, fields, lawOf, list, rate, scv, whole } from '../domain.js';
import { erlangC } from '../erlang.js';
import { formula } from '../formula.js';

/** One class of customers; lists of them go from the most urgent to the least. */
export interface PriorityClass {
  readonly rate: number;
  readonly service: Pick<Distribution, 'mean' | 'scv'>;
}

const loadOf = ({ rate, service }: PriorityClass): number => rate * service.mean;
const residual = ({ rate, service }: PriorityClass): number =>
  (rate * service.mean ** 2 * (1 + service.scv)) / 2;
const upTo = (classes: readonly PriorityClass[], k: number, f: (c: PriorityClass) => number): number =>
  classes.slice(0, k).reduce((sum, c) => sum + f(c), 0);
const total = ({ classes }: { readonly classes: readonly PriorityClass[] }): number =>
  upTo(classes, classes.length, loadOf);

const classes = list(fields({ rate, service: fields({ mean: duration, scv }) }));

export const nonPreemptive = formula({
  kendall: 'M/G/1 priorities',
  name: 'classes by priority, no service interrupted: mean waits',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of each class',
    'independent service times of any law, by class',
    'one server; within a class first come first served',
  ],
  formula: 'Wq_k = R / ((1 - σ_(k-1)) (1 - σ_k)) with R = Σ λ E S² / 2',
  breaks: 'Long services of the lower classes make the upper ones wait: see interruption.',
  sources: [{ ref: 'cobham1954', at: 'one channel' }],
  parameters: { classes },
  load: total,
  solve: ({ classes }: { readonly classes: readonly PriorityClass[] }): number[] => {
    const work = upTo(classes, classes.length, residual);
    return classes.map(
      (_, k) => work / ((1 - upTo(classes, k, loadOf)) * (1 - upTo(classes, k + 1, loadOf))),
    );
  },
});

export const preemptiveResume = formula({
  kendall: 'M/G/1 priorities, preemptive',
  name: 'classes by priority, services interrupted and resumed: mean sojourns',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of each class',
    'independent service times of any law, by class',
    'one server; an interrupted service goes on where it stopped',
  ],
  formula: 'W_k = E S_k / (1 - σ_(k-1)) + R_k / ((1 - σ_(k-1)) (1 - σ_k))',
  breaks: 'Services that start again from the beginning when interrupted take longer.',
  sources: [{ ref: 'gross2008', at: 'section 3.4' }],
  parameters: { classes },
  load: total,
  solve: ({ classes }: { readonly classes: readonly PriorityClass[] }): number[] =>
    classes.map(({ service }, k) => {
      const above = 1 - upTo(classes, k, loadOf);
      const served = 1 - upTo(classes, k + 1, loadOf);
      return service.mean / above + upTo(classes, k + 1, residual) / (above * served);
    }),
});

/** A class whose services are known by their third moment as well. */
export interface PriorityLaws {
  readonly rates: readonly number[];
  /** By class. */
  readonly services: readonly Distribution[];
}

export const nonPreemptiveVariances = formula({
  kendall: 'M/G/1 priorities, variances',
  name: 'classes by priority, no service interrupted: means and variances of the waits',
  exactness: 'exact',
  assumptions: nonPreemptive.assumptions,
  formula:
    'E W_k² = (λ E S³ / 3 + 2 R (r_k / (1 - σ_k) + r_(k-1) / (1 - σ_(k-1)))) / ((1 - σ_(k-1))² (1 - σ_k)), r_k = Σ λ E S² / 2 up to k, R of all',
  breaks: nonPreemptive.breaks,
  sources: [
    { ref: 'cobham1954', at: 'one channel' },
    { ref: 'takacs1964', at: 'second moments' },
  ],
  parameters: { rates: list(rate), services: list(lawOf(3)) },
  load: ({ rates, services }: PriorityLaws) => total({ classes: priorityClasses(rates, services) }),
  solve: ({ rates, services }: PriorityLaws) => {
    const classes = priorityClasses(rates, services);
    const waits = nonPreemptive.solve({ classes });
    const cubes = rates.reduce((sum, each, k) => sum + each * services[k].thirdMoment, 0);
    const work = upTo(classes, classes.length, residual);
    const variances = classes.map((_, k) => {
      const [above, served] = [1 - upTo(classes, k, loadOf), 1 - upTo(classes, k + 1, loadOf)];
      const queues = upTo(classes, k + 1, residual) / served + upTo(classes, k, residual) / above;
      return (cubes / 3 + 2 * work * queues) / (above ** 2 * served) - waits[k] ** 2;
    });
    return { waits, variances };
  },
});

export interface PriorityServers {
  /** Arrivals by class, per second. */
  readonly rates: readonly number[];
  readonly meanService: number;
  readonly servers: number;
}

const parameters = { rates: list(rate), meanService: duration, servers: whole(1, 1e6) };
const loadOfServers = ({ rates, meanService, servers }: PriorityServers): number =>
  (rates.reduce((sum, each) => sum + each, 0) * meanService) / servers;
const assumptions = [
  'Poisson arrivals of each class',
  'exponential services, of one mean for all classes',
  'c equal servers; within a class first come first served',
];

export const nonPreemptiveServers = formula({
  kendall: 'M/M/c priorities',
  name: 'classes by priority at several servers, no service interrupted: mean waits',
  exactness: 'exact',
  assumptions,
  formula: 'Wq_k = C(c, a) E S / c / ((1 - σ_(k-1)) (1 - σ_k))',
  breaks: 'Services that differ between classes: no formula, ask the simulation.',
  sources: [{ ref: 'kella1985', at: 'mean waits' }],
  parameters,
  load: loadOfServers,
  solve: ({ rates, meanService, servers }: PriorityServers): number[] => {
    const load = (k: number): number =>
      (rates.slice(0, k).reduce((sum, each) => sum + each, 0) * meanService) / servers;
    const work = (erlangC(servers, load(rates.length) * servers) * meanService) / servers;
    return rates.map((_, k) => work / ((1 - load(k)) * (1 - load(k + 1))));
  },
});

export const preemptiveServers = formula({
  kendall: 'M/M/c priorities, preemptive',
  name: 'classes by priority at several servers, services interrupted and resumed: mean numbers',
  exactness: 'exact',
  assumptions,
  formula: 'to the k most urgent classes the others do not exist: together they are an M/M/c',
  breaks: 'Services that differ between classes: no formula, ask the simulation.',
  sources: [{ ref: 'gross2008', at: 'section 3.4' }],
  parameters,
  load: loadOfServers,
  solve: ({ rates, meanService, servers }: PriorityServers): number[] => {
    const waiting = rates.map((_, k) => {
      const load = rates.slice(0, k + 1).reduce((sum, each) => sum + each, 0) * meanService;
      return (erlangC(servers, load) * load) / (servers - load);
    });
    return rates.map((each, k) => each * meanService + waiting[k] - (waiting[k - 1] ?? 0));
  },
});

/** @throws ParameterError unless there are as many services as rates. */
export function priorityClasses(
  rates: readonly number[],
  services: readonly Pick<Distribution, 'mean' | 'scv'>[],
): PriorityClass[] {
  if (services.length !== rates.length) {
    throw new ParameterError(
      'services',
      `${services.length} values`,
      `one for each of ${rates.length} classes`,
    );
  }
  return rates.map((each, k) => ({ rate: each, service: services[k] }));
}
