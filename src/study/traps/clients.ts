import { predict } from '../../engines/theory/index.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';
import { formatDuration, formatRate } from '../../units.js';
import type { Trap } from './trap.js';

/** Waits that differ by less than this share differ for nobody. */
const telling = 0.2;
/** Waits so many times as long nobody sees the end of. */
const endless = 1000;

/** Clients taken for a rate: whoever waits for an answer sends nothing meanwhile, so the queue bounds itself. */
export const clients: Trap = (scenario, results) => {
  const [[name, customers], ...others] = Object.entries(scenario.classes);
  if (others.length > 0 || !isClosed(customers)) return undefined;
  const told = results.find(({ measures }) => measures.throughput && measures.meanWait)?.measures;
  const rate = told?.throughput?.value;
  const wait = told?.meanWait?.value;
  if (rate === undefined || wait === undefined) return undefined;
  const { think, clients: count, ...traits } = customers;
  const open: Scenario = {
    ...scenario,
    classes: { [name]: { ...traits, arrivals: { process: 'poisson', rate } } },
  };
  const outcome = predict(open, { curves: false });
  const other = outcome.answered ? outcome.result.measures.meanWait?.value : undefined;
  const grows = outcome.answered && outcome.result.measures.growthRate !== undefined;
  if (!grows && (other === undefined || Math.abs(other - wait) <= telling * wait)) return undefined;
  const instead =
    grows || (other ?? 0) > endless * wait
      ? 'would find a queue without an end'
      : `would wait ${formatDuration(other ?? 0)} on average`;
  return {
    code: 'clients-are-no-rate',
    message: `These are ${count} clients who wait for their answers, not a rate: customers who come from outside as often (${formatRate(rate)}) ${instead}, these wait ${formatDuration(wait)}.`,
    advice:
      'Measure with as many clients as there are in use; for traffic that does not wait give a rate of arrivals instead.',
  };
};
