import { quantileName } from '../result/measure.js';
import type { EngineName, Estimate, Result } from '../result/result.js';

/** The measures that are laid side by side, in the order of the table. */
export const comparedMeasures = [
  'throughput',
  'utilisation',
  'growthRate',
  'meanNumberInQueue',
  'meanNumberInSystem',
  'meanWait',
  'meanSojourn',
  'meanCycle',
  'meanServers',
  'peakServers',
  'timeAboveTarget',
  'probabilityOfWait',
  'probabilityOfLoss',
  'probabilityOfAbandonment',
  'probabilityOfBaulking',
  'probabilityOfDeadLetter',
  'attemptRate',
  'amplification',
  'wastedWork',
  'meanService',
] as const;

export const comparedPercentiles = [0.5, 0.9, 0.99] as const;

export interface Row {
  readonly measure: string;
  readonly columns: Partial<Record<EngineName, Estimate>>;
}

/** One row for each measure that at least one engine can tell. */
export function align(results: readonly Result[]): Row[] {
  const rows: Row[] = comparedMeasures.map(measure => ({
    measure,
    columns: columnsOf(results, result => result.measures[measure]),
  }));
  for (const of of ['wait', 'sojourn'] as const) {
    for (const p of comparedPercentiles) {
      rows.push({
        measure: quantileName(p, of),
        columns: columnsOf(results, result =>
          (of === 'wait' ? result.waitQuantiles : result.sojournQuantiles).find(quantile => quantile.p === p),
        ),
      });
    }
  }
  return rows.filter(row => Object.keys(row.columns).length > 0);
}

function columnsOf(
  results: readonly Result[],
  read: (result: Result) => Estimate | undefined,
): Row['columns'] {
  const columns: Row['columns'] = {};
  for (const result of results) {
    const estimate = read(result);
    if (estimate !== undefined) columns[result.engine] = estimate;
  }
  return columns;
}
