import { distributionOf } from '../../../distributions/index.js';
import { flowsOf } from '../../../scenario/routes/flows.js';
import type { Scenario } from '../../../scenario/type.js';
import { erlangC } from '../erlang.js';
import type { Source, TimeDistribution } from '../model.js';
import type { OpenNetwork } from './open-network.js';
import { quasiReversible } from './quasi-reversible.js';

const source: Source = { ref: 'burke1969', at: 'independent sojourns in tandem' };

/** Phases of a law that stay quick to work with. */
const mostPhases = 60;

/**
 * The time through a line of stations M/M/1, of which the first and the last may have more servers: nobody
 * overtakes between, so the sojourns at the stations are independent, and each is made of exponential phases.
 * Undefined where the network is no such line.
 */
export function overtakeFree(scenario: Scenario, network: OpenNetwork): TimeDistribution | undefined {
  const { nodes, outside, entering } = network;
  if (outside.length > 1 || nodes.length * 3 > mostPhases) return undefined;
  const order: number[] = [];
  let at = entering[0].indexOf(1);
  while (at >= 0 && !order.includes(at)) {
    order.push(at);
    const [next] = [...nodes[at].onward];
    if (nodes[at].last) break;
    if (next === undefined || next[1] !== 1) return undefined;
    [at] = next;
  }
  if (order.length < nodes.length || at < 0 || !nodes[at].last) return undefined;
  const line = order.map(i => nodes[i].given);
  const fits = line.every(
    (given, i) =>
      quasiReversible(given) &&
      given.discipline === 'fcfs' &&
      Number.isFinite(given.servers) &&
      (given.servers === 1 || i === 0 || i === line.length - 1),
  );
  if (!fits || flowsOf(scenario, [1]).some(([visits]) => visits !== 1)) return undefined;
  const steps = line.flatMap(({ arrivals, service, servers }): Step[] => {
    const load = arrivals.rate * service.mean;
    if (servers === 1) return [{ mean: service.mean / (1 - load), chance: 1 }];
    return [
      { mean: service.mean / (servers - load), chance: erlangC(servers, load) },
      { mean: service.mean, chance: 1 },
    ];
  });
  const law = distributionOf({ distribution: 'phase-type', ...inLine(steps) });
  return { source, cdf: law.cdf, quantile: law.quantile };
}

/** An exponential phase, and the chance that it is not left out. */
interface Step {
  readonly mean: number;
  readonly chance: number;
}

function inLine(steps: readonly Step[]) {
  /** Chances of the next phase that is not left out, from `begin` on. */
  const from = (begin: number): number[] => {
    let left = 1;
    return steps.map(({ chance }, i) => {
      if (i < begin) return 0;
      const here = left * chance;
      left -= here;
      return here;
    });
  };
  return {
    initial: from(0),
    means: steps.map(({ mean }) => mean),
    transitions: steps.flatMap((_, i) => from(i + 1)),
  };
}
