import type { Distribution } from '../../../distributions/contract.js';
import { integral } from '../../../numerics/quadrature.js';
import type { MeasureName } from '../../../result/measure.js';
import type { Answer, TimeDistribution } from '../model.js';
import type { Metrics, Parameters } from './case.js';

const ofMeasure: Readonly<Partial<Record<MeasureName, string>>> = {
  utilisation: 'rho',
  probabilityOfWait: 'pWait',
  probabilityOfLoss: 'pBlock',
  probabilityOfAbandonment: 'pAbandon',
  meanNumberInSystem: 'L',
  meanNumberInQueue: 'Lq',
  meanSojourn: 'W',
  meanWait: 'Wq',
  throughput: 'throughput',
};

const others: Readonly<Record<string, string>> = {
  probabilityEmpty: 'p0',
  varianceOfWait: 'varWq',
  varianceOfSojourn: 'varW',
};

const names: Readonly<Record<string, string>> = { ...ofMeasure, ...others };

/** The values of a formula under the names that the reference cases use. */
export const named = (values: Readonly<Record<string, unknown>>): Metrics =>
  Object.fromEntries(
    Object.entries(values)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      .map(([name, value]) => [names[name] ?? name, value]),
  );

type Laws = Pick<Answer, 'wait' | 'sojourn'>;

/** What the laws of the times tell of the metrics asked for: percentiles `wq_p99`, chances of more than T, variances. */
export function ofLaws(asked: readonly string[], { wait, sojourn }: Laws, p?: Parameters): Metrics {
  const found: Record<string, number> = {};
  for (const name of asked) {
    const percentile = /^(wq|w)_p(\d+)$/.exec(name);
    const law = percentile?.[1] === 'w' || name === 'varW' ? sojourn : wait;
    if (law === undefined) continue;
    if (percentile) found[name] = law.quantile(Number(`0.${percentile[2]}`));
    else if (name === 'varWq' || name === 'varW') found[name] = varianceOf(law);
    else if (name === 'pWaitGreaterT' && p?.has('T')) found[name] = 1 - law.cdf(p.number('T'));
  }
  return found;
}

/** E T² - (E T)², from the integrals of the tail. */
function varianceOf(law: TimeDistribution): number {
  const edges = [0, 0.5, 0.9, 0.99, 0.9999, 1 - 1e-8, 1 - 1e-12].map(p => (p === 0 ? 0 : law.quantile(p)));
  const over = (f: (t: number) => number): number => {
    let sum = 0;
    for (let i = 1; i < edges.length; i++) {
      if (edges[i] > edges[i - 1]) sum += integral(f, edges[i - 1], edges[i], 1e-9);
    }
    return sum;
  };
  const tail = (t: number): number => 1 - law.cdf(t);
  return 2 * over(t => t * tail(t)) - over(tail) ** 2;
}

/** All that a model of a station says, but for its laws of the times. */
export function answered(answer: Answer): Metrics {
  const measures = Object.entries(answer.measures).map(([name, { value }]) => [name, value]);
  return present({
    ...named(Object.fromEntries(measures)),
    varWq: answer.varianceOfWait,
    varW: answer.varianceOfSojourn,
    p0: answer.probabilityEmpty,
  });
}

const present = (metrics: Metrics): Metrics =>
  Object.fromEntries(Object.entries(metrics).filter(([, value]) => value !== undefined));

/**
 * The metrics with those that follow from them at a station where everybody who comes in is served, by Little's
 * law. Nothing that is there is changed.
 */
export function completed(
  metrics: Metrics,
  {
    rate,
    service,
    servers = 1,
  }: { readonly rate: number; readonly service: Distribution; readonly servers?: number },
): Metrics {
  const told = (name: string): number => Number(metrics[name] ?? Number.NaN);
  const served =
    metrics.throughput === undefined ? rate * (1 - Number(metrics.pBlock ?? 0)) : told('throughput');
  const load = served * service.mean;
  const wait = [
    told('Wq'),
    told('W') - service.mean,
    told('Lq') / served,
    told('L') / served - service.mean,
  ].find(value => !Number.isNaN(value));
  return {
    throughput: served,
    scvService: service.scv,
    ...(Number.isFinite(servers) && { rho: load / servers }),
    ...(wait !== undefined && {
      Wq: wait,
      W: wait + service.mean,
      Lq: served * wait,
      L: served * wait + load,
    }),
    ...present(metrics),
  };
}
