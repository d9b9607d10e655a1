import { arrivalProcessOf } from '../../../arrivals/index.js';
import { entrance, exit, joint } from '../../../scenario/place.js';
import { isFork, onlyTo, onwardOf } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { Fork } from '../../../scenario/type.js';
import { forkJoinMany, forkJoinPair } from '../formulas/fork-join.js';
import { orderStatistic } from '../formulas/order-statistic.js';
import type { Card, Source, TimeDistribution, Value } from '../model.js';
import { mm1 } from '../models/mm1.js';
import { type StationCase, stationCase } from '../stations/case.js';
import { answerAt } from '../stations/index.js';
import { percentilesTakeTooLong } from '../warnings.js';
import type { Answerer, PartAnswer, SystemAnswer } from './answerer.js';

/** Customers of one class who fork on arrival into parts at stations of their own, and leave when enough are done. */
export const forkAndJoin: Answerer = {
  knows: ['fork.fork', 'fork.quorum', 'fork.rest', 'fork.next'],
  answer: ({ classes, stations, routes }) => {
    const [[name, customers], ...others] = Object.entries(classes);
    const fork = onwardOf(routes[entrance], name);
    if (!isFork(fork))
      return Object.keys(routes).some(from => isFork(onwardOf(routes[from], name)))
        ? 'customers fork on their way'
        : undefined;
    if (others.length > 0 || !isOpen(customers)) return 'several classes of customers fork, or clients do';
    const places = fork.fork;
    const own = new Set(places).size === places.length && places.length === Object.keys(stations).length;
    if (!own || fork.next !== exit || places.some(place => !onlyTo(routes[place], joint)))
      return 'customers or their parts go on to other stations';
    const arrivals = arrivalProcessOf(customers.arrivals);
    const cases = places.map(place => stationCase(stations[place], [{ name, customers, arrivals }]));
    if (cases.every(({ servers }) => servers === Number.POSITIVE_INFINITY)) return withoutQueues(fork, cases);
    const simple = cases.every(
      ({ servers, discipline, capacity, words }) =>
        servers === 1 && discipline === 'fcfs' && !Number.isFinite(capacity) && words.length === 0,
    );
    if (!simple || arrivals.kendall !== 'M')
      return 'parts of customers queue for more than single servers with Poisson arrivals';
    if (cases.some(({ service }) => service.kendall !== 'M'))
      return 'services of the parts are not exponential';
    if (fork.quorum === 1 && fork.rest === 'cancel') return first(fork, cases);
    if (fork.quorum === places.length) return all(fork, cases);
    return `customers go on when ${fork.quorum} of ${places.length} parts are done`;
  },
};

const little: Source = { ref: 'little1961', at: 'L = λW' };

const whole = (card: Pick<Card, 'exactness' | 'sources'>, rate: number, meanSojourn: number): PartAnswer => {
  const byLittle = (value: number): Value => ({ value, source: little });
  return {
    exactness: card.exactness,
    measures: {
      throughput: { ...byLittle(rate), exact: true },
      meanNumberInSystem: byLittle(rate * meanSojourn),
      meanSojourn: { value: meanSojourn, source: card.sources[0] },
    },
  };
};

/** The parts do not meet anybody: enough of them are done after an order statistic of their services. */
function withoutQueues({ fork, quorum, rest }: Fork, cases: readonly StationCase[]): SystemAnswer | string {
  const { rate, cycle, kendall } = cases[0].arrivals;
  if (cycle !== undefined) return `the arrivals follow the clock (${kendall})`;
  const found = orderStatistic.solve({ laws: cases.map(({ service }) => service), number: quorum });
  const sojourn: TimeDistribution = { source: orderStatistic.sources[0], ...found.time };
  const parts = fork.map((name, i) => {
    const answer = answerAt(cases[i]);
    if (typeof answer === 'string') return undefined;
    const { by, byClass, warnings, ...station } = answer;
    return [name, { ...station, exactness: by.exactness }] as const;
  });
  const known = parts.filter(part => part !== undefined);
  return {
    ...whole(orderStatistic, rate, found.mean),
    model: `${quorum} of ${cases.length} parts, nobody waits`,
    assumptions: orderStatistic.assumptions,
    sojourn,
    // Parts that are called away stay shorter than their service.
    ...((rest === 'finish' || quorum === cases.length) && { stations: Object.fromEntries(known) }),
    warnings: [],
  };
}

/** All parts of a customer begin together and end together: one server of all their speeds. */
function first({ fork }: Fork, cases: readonly StationCase[]): SystemAnswer | string {
  const speed = cases.reduce((sum, { service }) => sum + 1 / service.mean, 0);
  const arrivalRate = cases[0].arrivals.rate;
  const load = arrivalRate / speed;
  if (load >= 1) return 'the parts are offered more than all servers can do, so there is no steady state';
  const meanSojourn = 1 / (speed - arrivalRate);
  const sojourn: TimeDistribution = {
    source: mm1.sources[0],
    cdf: t => (t < 0 ? 0 : -Math.expm1(-t / meanSojourn)),
    quantile: p => -Math.log1p(-p) * meanSojourn,
  };
  const station: PartAnswer = {
    exactness: 'exact',
    measures: {
      utilisation: { value: load, source: little },
      meanNumberInSystem: { value: arrivalRate * meanSojourn, source: little },
      meanSojourn: { value: meanSojourn, source: mm1.sources[0] },
    },
  };
  return {
    ...whole(mm1, arrivalRate, meanSojourn),
    model: `first of ${cases.length} parts, the others called away (M/M/1)`,
    sojourn,
    stations: Object.fromEntries(fork.map(name => [name, station])),
    warnings: [],
  };
}

function all({ fork }: Fork, cases: readonly StationCase[]): SystemAnswer | string {
  const [{ service, arrivals }] = cases;
  if (cases.some(each => each.service.mean !== service.mean))
    return 'the parts have services of different means';
  const job = { arrivalRate: arrivals.rate, meanService: service.mean, tasks: cases.length };
  const pair = cases.length === 2 ? forkJoinPair.solve(job) : undefined;
  const [formula, found] = pair ? [forkJoinPair, pair] : [forkJoinMany, forkJoinMany.solve(job)];
  const alone = mm1.solve(cases[0]);
  return {
    ...whole(formula, arrivals.rate, found.meanSojourn),
    model: formula.kendall,
    assumptions: formula.assumptions,
    ...(pair?.sojourn && { sojourn: pair.sojourn }),
    stations: Object.fromEntries(fork.map(name => [name, { ...alone, exactness: 'exact' }])),
    warnings: pair && !pair.sojourn ? [percentilesTakeTooLong] : [],
  };
}
