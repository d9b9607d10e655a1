import type { MeasureName } from '../../../result/measure.js';
import type { Answer, Source, Value } from '../model.js';
import type { StationCase } from './case.js';

const little: Source = { ref: 'little1961', at: 'L = λW' };

/** The measures of all classes together: numbers add up, times are averages over the customers. */
export function together(
  { visitors, arrivals, service, servers }: StationCase,
  byClass: readonly Answer[],
): Answer['measures'] {
  const total = (
    name: MeasureName,
    weights: readonly number[],
  ): readonly (readonly [MeasureName, Value])[] => {
    const values = byClass.map(({ measures }) => measures[name]);
    const [first] = values;
    if (first === undefined || values.some(value => value === undefined)) return [];
    const value = values.reduce((sum, each, k) => sum + weights[k] * (each?.value ?? 0), 0);
    return [[name, { ...first, value }]];
  };
  const served = byClass.map(({ measures }) => measures.throughput?.value ?? 0);
  const throughput = served.reduce((sum, rate) => sum + rate, 0);
  const each = visitors.map(() => 1);
  const ofServed = served.map(rate => rate / throughput);
  const ofArrivals = visitors.map(visitor => visitor.arrivals.rate / arrivals.rate);
  const work = byClass.reduce((sum, _, k) => sum + served[k] * visitors[k].service.mean, 0);
  const lossless = byClass.every(({ measures }) => measures.probabilityOfLoss === undefined);
  const byLittle = (value: number): Value => ({ value, source: little, ...(lossless && { exact: true }) });
  return {
    throughput: byLittle(throughput),
    ...(Number.isFinite(servers) && { utilisation: byLittle(work / servers) }),
    ...Object.fromEntries([
      ...total('meanNumberInQueue', each),
      ...total('meanNumberInSystem', each),
      ...total('meanWait', ofServed),
      ...total('meanSojourn', ofServed),
      ...total('probabilityOfWait', ofServed),
      ...total('probabilityOfLoss', ofArrivals),
    ]),
    meanService: { value: lossless ? service.mean : work / throughput, source: little, exact: true },
  };
}
