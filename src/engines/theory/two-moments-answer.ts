import type { MeasureName } from '../../result/measure.js';
import type { Citation, ExactOrApproximate } from '../../result/result.js';
import { cite } from './citation.js';
import { approximationBand, type Band } from './formulas/band.js';
import type { Model, StationProblem } from './model.js';
import { gginf } from './models/gginf.js';
import { mg1 } from './models/mg1.js';
import { mgcc } from './models/mgcc.js';

/** Between the lowest and the highest of several approximations, and within bounds where they are known. */
export interface Between {
  readonly kind: 'band';
  readonly low: number;
  readonly high: number;
  readonly sources: readonly Citation[];
  readonly byName?: Readonly<Record<string, number>>;
  readonly bounds?: { readonly low: number; readonly high: number };
}

export interface TwoMomentsAnswer {
  /** The entry of the catalogue. */
  readonly by: string;
  readonly measures: Readonly<Partial<Record<MeasureName, ExactOrApproximate | Between>>>;
}

/** Models whose means hold for any law of the same mean and scv. */
const insensitive: readonly Model[] = [gginf, mgcc, mg1];

/** What rate, mean and squared coefficients of variation alone say of a station that has a steady state. */
export function byTwoMoments(problem: StationProblem): TwoMomentsAnswer | undefined {
  const model = insensitive.find(({ covers }) => covers(problem) === true);
  if (model) return { by: model.kendall, measures: exactMeans(problem, model) };
  const { arrivals, service, servers, capacity, discipline } = problem;
  if (!Number.isFinite(servers) || Number.isFinite(capacity) || discipline !== 'fcfs') return undefined;
  const band = approximationBand.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    arrivalScv: arrivals.scv,
    serviceScv: service.scv,
  });
  return { by: approximationBand.kendall, measures: { ...sure(problem), ...between(problem, band) } };
}

const exactMeans = (problem: StationProblem, { solve }: Model): TwoMomentsAnswer['measures'] =>
  Object.fromEntries(
    Object.entries(solve(problem).measures).map(([name, { value, source }]) => [
      name,
      { kind: 'exact' as const, value, source: cite(source) },
    ]),
  );

/** By the law of Little: whatever the order and the laws. */
function sure({ arrivals, service, servers }: StationProblem): TwoMomentsAnswer['measures'] {
  const source = cite({ ref: 'little1961', at: 'L = λW' });
  return {
    throughput: { kind: 'exact', value: arrivals.rate, source },
    utilisation: { kind: 'exact', value: (arrivals.rate * service.mean) / servers, source },
    meanService: { kind: 'exact', value: service.mean, source },
  };
}

function between({ arrivals, service }: StationProblem, band: Band): TwoMomentsAnswer['measures'] {
  const sources = approximationBand.sources.map(cite);
  const { lowest, highest, byName, lowerBound, upperBound } = band;
  const from = (f: (wait: number) => number): Between => ({
    kind: 'band',
    low: f(lowest),
    high: f(highest),
    sources,
    bounds: { low: f(lowerBound), high: f(upperBound) },
  });
  return {
    meanNumberInQueue: from(wait => arrivals.rate * wait),
    meanNumberInSystem: from(wait => arrivals.rate * (wait + service.mean)),
    meanWait: { ...from(wait => wait), byName },
    meanSojourn: from(wait => wait + service.mean),
  };
}
