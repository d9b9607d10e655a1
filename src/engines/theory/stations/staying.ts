import type { Answer, Source, Value } from '../model.js';

const little: Source = { ref: 'little1961', at: 'L = λW' };

/** Customers of a class of whom only the sojourn is known: in service, or interrupted, all the time. */
export interface Stay {
  /** Of those who come, per second. */
  readonly rate: number;
  readonly meanSojourn: number;
  /** Where an interrupted customer counts as waiting: the time in which it is served. */
  readonly meanService?: number;
  readonly probabilityOfLoss?: number;
  readonly sojourn?: Answer['sojourn'];
  readonly varianceOfSojourn?: number;
}

export function staying(
  { rate, meanSojourn, meanService, probabilityOfLoss, ...laws }: Stay,
  source: Source,
): Answer {
  const throughput = rate * (1 - (probabilityOfLoss ?? 0));
  const byLittle = (value: number): Value => ({ value, source: little });
  const wait = meanService === undefined ? undefined : Math.max(0, meanSojourn - meanService);
  return {
    measures: {
      throughput: { ...byLittle(throughput), ...(probabilityOfLoss === undefined && { exact: true }) },
      ...(wait !== undefined && { meanNumberInQueue: byLittle(throughput * wait) }),
      meanNumberInSystem: byLittle(throughput * meanSojourn),
      ...(wait !== undefined && { meanWait: { value: wait, source } }),
      meanSojourn: { value: meanSojourn, source },
      ...(probabilityOfLoss !== undefined && { probabilityOfLoss: { value: probabilityOfLoss, source } }),
    },
    ...laws,
  };
}
