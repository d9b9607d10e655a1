import { formatNumber, formatPercent } from '../../units.js';
import type { SystemAnswer } from './answerers/answerer.js';
import type { Source, StationProblem } from './model.js';
import { kendallOf } from './problem.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 2.1, stability' };

/**
 * What theory says of a station that is offered more than it can serve: no steady state, servers always busy
 * in the long run, and a queue that grows by λ - cμ customers each second.
 * @param availability share of the time in which a server is not broken down
 */
export function unstable(problem: StationProblem, availability = 1): SystemAnswer {
  const { arrivals, service, servers } = problem;
  const throughput = (servers * availability) / service.mean;
  const load = arrivals.rate * service.mean;
  const growthRate = arrivals.rate - throughput;
  const count = `${servers} server${servers === 1 ? '' : 's'}${availability < 1 ? `, up ${formatPercent(availability)} of the time` : ''}`;
  const pace =
    growthRate > 0
      ? `the queue grows by ${formatNumber(growthRate * 3600, 3)} customers an hour`
      : 'the queue wanders off without bound';
  return {
    exactness: 'exact',
    model: `${kendallOf(problem)}, no steady state`,
    measures: {
      throughput: { value: throughput, source },
      ...(availability === 1 && { utilisation: { value: 1, source } }),
      growthRate: { value: growthRate, source },
    },
    warnings: [
      {
        code: 'unstable',
        message: `The offered load is ${formatNumber(load, 4)} for ${count}: ${pace} and there is no steady state.`,
        advice: `At least ${Math.floor(load / availability) + 1} servers are needed to keep up.`,
      },
    ],
  };
}
