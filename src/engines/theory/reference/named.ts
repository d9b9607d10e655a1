import type { MeasureName } from '../../../result/measure.js';
import type { Answer } from '../model.js';
import type { Metrics } from './case.js';

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

const others: Readonly<Record<string, string>> = { probabilityEmpty: 'p0' };

type Values = Readonly<Record<string, unknown>>;

/** The values of a formula under the names that the reference cases use. */
export function named(values: Values): Metrics {
  const names: Readonly<Record<string, string>> = { ...ofMeasure, ...others };
  return Object.fromEntries(
    Object.entries(values)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      .map(([name, value]) => [names[name] ?? name, value]),
  );
}

/** The percentiles among the metrics asked for: `wq_p99`, `w_p999`. */
export function percentiles(
  asked: readonly string[],
  { wait, sojourn }: Pick<Answer, 'wait' | 'sojourn'>,
): Metrics {
  const found: Record<string, number> = {};
  for (const name of asked) {
    const match = /^(wq|w)_p(\d+)$/.exec(name);
    const law = match?.[1] === 'w' ? sojourn : wait;
    if (match && law) found[name] = law.quantile(Number(`0.${match[2]}`));
  }
  return found;
}

/** All that a model of a station says. */
export function answered(answer: Answer, asked: readonly string[]): Metrics {
  const measures = Object.entries(answer.measures).map(([name, { value }]) => [name, value]);
  return {
    ...named(Object.fromEntries(measures)),
    varWq: answer.varianceOfWait,
    varW: answer.varianceOfSojourn,
    p0: answer.probabilityEmpty,
    ...percentiles(asked, answer),
  };
}
