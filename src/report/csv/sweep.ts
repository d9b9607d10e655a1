import type { SweepReport } from '../../study/run-sweep.js';
import { csvText } from './rows.js';

/** The sweep as a table for programs (RFC 4180): SI units, an empty cell where a number cannot be said. */
export function sweepCsv({ axes, points }: SweepReport): string {
  const names = [...new Set(points.flatMap(({ measures }) => Object.keys(measures)))];
  const sampled = names.filter(name => points.some(({ measures }) => measures[name]?.kind === 'sampled'));
  const priced = points.some(({ cost }) => cost);
  const head = [
    ...axes.map(({ path }) => path),
    ...['engine', 'model', 'load', 'unstable', 'knee', 'meets', ...(priced ? ['cost per hour'] : [])],
    ...names.flatMap(name => (sampled.includes(name) ? [name, `${name} low`, `${name} high`] : [name])),
  ];
  const rows = points.map(({ at, engine, model, load, unstable, knee, decision, cost, measures }) => [
    ...axes.map(({ path }) => at[path]),
    ...[engine, model, load, unstable, knee, decision, ...(priced ? [cost?.perHour] : [])],
    ...names.flatMap(name => {
      const estimate = measures[name];
      if (!sampled.includes(name)) return [estimate?.value];
      return estimate?.kind === 'sampled'
        ? [estimate.value, estimate.low, estimate.high]
        : [estimate?.value, undefined, undefined];
    }),
  ]);
  return csvText([head, ...rows]);
}
