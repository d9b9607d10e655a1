import type { Axis, SweepPoint, SweepReport } from '../../study/run-sweep.js';
import { plain } from './plain.js';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly knee: boolean;
}

/** A measure over the first axis, the other axes held. */
export interface Curve {
  /** The values of the other axes; empty where there are none. */
  readonly name: string;
  readonly points: readonly CurvePoint[];
  /** The value of the first axis nearest to the others at which the queue grows without end. */
  readonly grows?: number;
}

/** None where the first axis is no number. */
export function curvesOf({ axes, points }: SweepReport, measure: string): Curve[] {
  const [{ numbers, values }, ...others] = axes;
  if (numbers === undefined) return [];
  return Array.from({ length: points.length / values.length }, (_, row) => {
    const curve = points.slice(row * values.length, (row + 1) * values.length);
    const drawn = curve.flatMap((point, i) => pointOf(point, numbers[i], measure));
    const growing = curve.flatMap(({ unstable }, i) => (unstable ? [numbers[i]] : []));
    const grows = nearest(
      growing,
      drawn.map(({ x }) => x),
    );
    return {
      name: others.map(({ path }) => plain(`${path} ${curve[0].at[path]}`, 40)).join(', '),
      points: drawn,
      ...(grows !== undefined && { grows }),
    };
  });
}

function pointOf({ measures, knee }: SweepPoint, x: number, measure: string): CurvePoint[] {
  const estimate = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
  if (estimate === undefined) return [];
  const { low, high } =
    estimate.kind === 'sampled' ? estimate : { low: estimate.value, high: estimate.value };
  return [{ x, y: estimate.value, low, high, knee: knee && measure === 'meanSojourn' }];
}

function nearest(candidates: readonly number[], to: readonly number[]): number | undefined {
  const distance = (x: number) => Math.min(...to.map(other => Math.abs(other - x)));
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** With the unit of its values: `arrivals (/s)`. */
export const axisName = ({ path, unit }: Axis): string => plain(unit ? `${path} (${unit})` : path, 60);
