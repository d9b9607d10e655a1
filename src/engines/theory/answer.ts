import type { Answer, Interval, Source, StationProblem, TimeDistribution, Value } from './model.js';

const little: Source = { ref: 'little1961', at: 'L = λW' };

/** What a model of a station works out; the rest follows by Little's law. Times in seconds. */
export interface Solved {
  readonly source: Source;
  /** Of an accepted customer. Absent: infinite, or not known. */
  readonly meanWait?: number;
  /** Of an approximation of the mean wait: between which others it lies. */
  readonly between?: Interval;
  readonly probabilityOfWait?: number;
  /** Absent where nobody is turned away. */
  readonly probabilityOfLoss?: number;
  readonly wait?: TimeDistribution;
  readonly sojourn?: TimeDistribution;
  readonly varianceOfWait?: number;
  readonly varianceOfSojourn?: number;
  readonly probabilityEmpty?: number;
}

/**
 * All measures of a station in its steady state. Throughput, utilisation and mean service follow from the
 * problem and the loss alone, so they are exact where the loss is.
 */
export function answerOf({ arrivals, service, servers }: StationProblem, solved: Solved): Answer {
  const { source, meanWait, between, probabilityOfWait, probabilityOfLoss, ...laws } = solved;
  const throughput = arrivals.rate * (1 - (probabilityOfLoss ?? 0));
  const from = (value: number): Value => ({ value, source });
  const byLittle = (value: number, exact = false): Value => ({
    value,
    source: little,
    ...(exact && { exact }),
  });
  /** By the mean wait, and by those between which it lies. */
  const byWait = (value: Value, of: (wait: number) => number): Value =>
    between ? { ...value, between: { low: of(between.low), high: of(between.high) } } : value;
  const lossless = probabilityOfLoss === undefined;
  return {
    measures: {
      throughput: byLittle(throughput, lossless),
      ...(Number.isFinite(servers) && {
        utilisation: byLittle((throughput * service.mean) / servers, lossless),
      }),
      ...(meanWait !== undefined && {
        meanNumberInQueue: byWait(byLittle(throughput * meanWait), wait => throughput * wait),
        meanNumberInSystem: byWait(
          byLittle(throughput * (meanWait + service.mean)),
          wait => throughput * (wait + service.mean),
        ),
        meanWait: byWait(from(meanWait), wait => wait),
        meanSojourn: byWait(from(meanWait + service.mean), wait => wait + service.mean),
      }),
      ...(probabilityOfWait !== undefined && { probabilityOfWait: from(probabilityOfWait) }),
      ...(probabilityOfLoss !== undefined && { probabilityOfLoss: from(probabilityOfLoss) }),
      meanService: { ...from(service.mean), exact: true },
    },
    ...laws,
  };
}

/** The same, where the laws of the times hold only if customers are served in the order of arrival. */
export function answerOfQueue(problem: StationProblem, solved: Solved): Answer {
  if (problem.discipline === 'fcfs') return answerOf(problem, solved);
  const { wait, sojourn, varianceOfWait, varianceOfSojourn, ...means } = solved;
  return answerOf(problem, means);
}
