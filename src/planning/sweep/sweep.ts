import { estimateOf } from '../../result/estimate-of.js';
import { parseQuantileName, quantileName, reportedQuantiles } from '../../result/measure.js';
import type { EngineName, Estimate, Result } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { Scenario } from '../../scenario/type.js';
import { type Cost, costOfAll } from '../cost.js';
import { type Decision, decideAll, sharesFor } from '../decide.js';
import type { Evaluate } from '../evaluate.js';
import type { Axis } from './axis.js';
import { kneeOf } from './knee.js';

/** One cell of the grid: the value of each axis, in their order, and the scenario that they make. */
export interface Cell {
  readonly at: readonly string[];
  readonly scenario: Scenario;
}

export interface SweepPoint {
  /** By the path of the axis, as written. */
  readonly at: Readonly<Record<string, string>>;
  /** Erlangs for each server of the busiest station; absent where there is no such number. */
  readonly load?: number;
  /** Measures and percentiles by name; none of a steady state where there is none. */
  readonly measures: Readonly<Record<string, Estimate>>;
  /** By the thresholds of the scenario, where it has some. */
  readonly decision?: Decision;
  readonly unstable: boolean;
  /** Of the servers of all stations, where the scenario says a price. */
  readonly cost?: Cost;
  /** The curve of the mean sojourn over the first axis bends most here. */
  readonly knee: boolean;
  /** Absent when nobody answered. */
  readonly engine?: EngineName;
  readonly model?: string;
  /** Why nobody answered. */
  readonly reason?: string;
}

export interface Sweep {
  readonly axes: readonly Axis[];
  /** The first axis runs fastest. */
  readonly points: readonly SweepPoint[];
}

export interface SweepProgress {
  readonly onCell?: (done: number, total: number) => void;
}

/** Puts every cell to whoever answers it, to the precision that its scenario asks for. */
export async function sweep(
  axes: readonly Axis[],
  cells: readonly Cell[],
  evaluate: Evaluate,
  { onCell }: SweepProgress = {},
): Promise<Sweep> {
  const points: SweepPoint[] = [];
  for (const cell of cells) {
    points.push(await pointOf(axes, cell, evaluate));
    onCell?.(points.length, cells.length);
  }
  return { axes, points: withKnees(axes[0], points) };
}

async function pointOf(
  axes: readonly Axis[],
  { at, scenario }: Cell,
  evaluate: Evaluate,
): Promise<SweepPoint> {
  const { thresholds = [] } = scenario;
  const outcome = await evaluate(scenario, { within: sharesFor(thresholds), curves: false });
  const loads = Object.values(offeredLoad(scenario)).flatMap(({ utilisation }) => utilisation ?? []);
  const point = {
    at: Object.fromEntries(axes.map(({ path }, i) => [path, at[i]])),
    ...(loads.length > 0 && { load: Math.max(...loads) }),
    knee: false,
  };
  if (!outcome.answered) return { ...point, measures: {}, unstable: false, reason: outcome.reason };
  const { result } = outcome;
  const cost = costOfAll(scenario, result);
  const unstable = result.warnings.some(({ code }) => code === 'unstable');
  return {
    ...point,
    measures: { ...result.measures, ...percentilesIn(result) },
    ...(thresholds.length > 0 && { decision: unstable ? 'missed' : decideAll(thresholds, result) }),
    unstable,
    ...(cost && { cost }),
    engine: result.engine,
    ...(result.model !== undefined && { model: result.model }),
  };
}

function percentilesIn(result: Result): Record<string, Estimate> {
  const asked = (result.scenario.thresholds ?? []).map(({ measure }) => measure);
  const usual = reportedQuantiles.flatMap(p => [quantileName(p, 'wait'), quantileName(p, 'sojourn')]);
  const names = [...new Set([...usual, ...asked.filter(name => parseQuantileName(name))])];
  return Object.fromEntries(
    names.flatMap(name => {
      const estimate = estimateOf(result, name);
      return estimate ? [[name, estimate]] : [];
    }),
  );
}

/** Marks the knee of each curve over the first axis. */
function withKnees({ numbers, values }: Axis, points: readonly SweepPoint[]): SweepPoint[] {
  if (numbers === undefined || numbers.some((x, i) => i > 0 && x <= numbers[i - 1])) return [...points];
  const knees = new Set<number>();
  for (let start = 0; start < points.length; start += values.length) {
    const curve = numbers.flatMap((x, i) => {
      const y = points[start + i].measures.meanSojourn?.value;
      return y === undefined ? [] : [{ x, y, place: start + i }];
    });
    const knee = kneeOf(
      curve.map(({ x }) => x),
      curve.map(({ y }) => y),
    );
    if (knee !== undefined) knees.add(curve[knee].place);
  }
  return points.map((point, i) => (knees.has(i) ? { ...point, knee: true } : point));
}
