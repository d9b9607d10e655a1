import type { Warning } from '../../result/result.js';
import { formatDuration, formatNumber, formatPercent } from '../../units.js';
import { allenCunneen, queueingNetworkAnalyzer, sakasegawa, whitt1993 } from './formulas/two-moments.js';
import type { Answer, Model, StationProblem } from './model.js';
import { loadOf } from './problem.js';

/** From here on a small error in rate or service time changes the wait many times as much. */
const nearSaturation = 0.95;

/** Where a formula has the law of the times, and this station is beyond it. */
export const percentilesLeftOut: Warning = {
  code: 'no-percentiles',
  message:
    'The percentiles are left out: the law of the times in the station jumps or bends too often to be followed by numbers.',
  advice: 'Take them from the simulation.',
};

/** Where the law of the times is known for services through phases, and these are not. */
export const percentilesOfPhasesOnly: Warning = {
  code: 'no-percentiles',
  message:
    'The percentiles are left out: here they are known for services, and repairs, that go through exponential phases, and not where the server is next to saturated.',
  advice: 'Take them from the simulation.',
};

/** Where the law of the times is that of a way through a Markov chain. */
export const percentilesTakeTooLong: Warning = {
  code: 'no-percentiles',
  message:
    'The percentiles are left out: the Markov chain that they come from has too many states here, or changes too often.',
  advice: 'Take them from the simulation.',
};

export function warningsOf(problem: StationProblem, model: Model, answer: Answer): readonly Warning[] {
  const load = loadOf(problem);
  const warnings: Warning[] = [];
  if (problem.capacity === Number.POSITIVE_INFINITY && load >= nearSaturation) {
    warnings.push({
      code: 'near-saturation',
      message: `At utilisation ${formatNumber(load, 4)} the wait is very sensitive: 1 % of the spare capacity less, and it grows by about 1 %; ${formatPercent(1 / load - 1, 2)} more load leaves no steady state.`,
      advice: 'Expect slow convergence: a simulation or a run must be long to see this mean.',
    });
  }
  if (answer.measures.meanWait === undefined) {
    const [whose, what] =
      problem.service.scv === Number.POSITIVE_INFINITY
        ? ['the service times', 'and so is the mean wait']
        : ['the times between arrivals', 'of which no formula here gives the mean wait'];
    warnings.push({
      code: 'no-mean-wait',
      message: `The variance of ${whose} is infinite, ${what}.`,
      advice: 'Bound the times: without a bound no run is long enough to see a mean.',
    });
  } else if (model.exactness === 'approximation') {
    warnings.push(approximation(problem));
  }
  if (problem.discipline === 'fcfs' && model.exactness === 'exact' && !answer.sojourn) {
    warnings.push(percentilesLeftOut);
  }
  if (problem.discipline !== 'fcfs' && !answer.sojourn) {
    warnings.push({
      code: 'order-changes-percentiles',
      message: `Under ${problem.discipline} the means are those of first come first served, but the percentiles are not, so they are left out.`,
    });
  }
  return warnings;
}

/** How far the usual approximations from two moments lie apart. */
function approximation({ arrivals, service, servers }: StationProblem): Warning {
  const queue = {
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    arrivalScv: arrivals.dispersion,
    serviceScv: service.scv,
  };
  const waits = [allenCunneen, sakasegawa, whitt1993, queueingNetworkAnalyzer].map(formula =>
    formula.solve(queue),
  );
  const [least, most] = [Math.min(...waits), Math.max(...waits)].map(wait => formatDuration(wait));
  return {
    code: 'approximation',
    message: `No exact formula covers this station: from two moments the usual approximations put the mean wait between ${least} and ${most}.`,
    advice: 'Trust the simulation for the value.',
  };
}
