import { distributionOf } from '../../distributions/index.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { impatientStation } from './formulas/impatience.js';
import { problemOf } from './problem.js';
import { type Stated, stated } from './stated.js';

/** What theory says of M/M/c whose customers give up waiting; undefined where the scenario is none. */
export function impatientAnswer({
  classes,
  ...scenario
}: Scenario): { by: string; measures: Stated } | undefined {
  const [[name, { patience, ...customers }]] = Object.entries(classes);
  const station = singleStation({ ...scenario, classes: { ...classes, [name]: customers } });
  if (typeof station === 'string' || patience === undefined) return undefined;
  const { arrivals, service, servers, capacity, discipline } = problemOf(station);
  if (arrivals.kendall !== 'M' || service.kendall !== 'M' || discipline !== 'fcfs') return undefined;
  if (!Number.isFinite(servers) || Number.isFinite(capacity)) return undefined;
  const found = impatientStation.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    patience: distributionOf(patience),
  });
  return { by: impatientStation.kendall, measures: stated(impatientStation, found) };
}
