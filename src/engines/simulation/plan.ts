import { pow, square } from '../../numerics/pow.js';
import { parseQuantileName } from '../../result/measure.js';
import type { System } from './system.js';

const z = 1.96;
/** Measured need over the formula, for the mean wait; a variable service time needs far more. */
const measuredOverFormula = (serviceScv: number): number => (serviceScv > 2 ? 10 : 3);

/** Measured need of a percentile over that of the mean wait, at 10 % precision in M/M/1. */
const percentileFactors: readonly (readonly [number, number])[] = [
  [0.5, 0.7],
  [0.9, 1.2],
  [0.95, 1.8],
  [0.99, 5],
  [0.999, 15],
];

/**
 * About how many customers the asked precision needs, to be told before the run: the heavy-traffic run length
 * of Whitt ("Planning queueing simulations", Management Science 35, 1989), n = 2 (ca2 + cs2) z^2 /
 * ((1 - rho)^2 h^2 P(wait)), times what the sequential procedure was measured to need over it. P(wait) is
 * Sakasegawa's rho^(sqrt(2(c+1)) - 1).
 *
 * The bottleneck decides for a network.
 *
 * @param precision relative half-width
 * @param stopOn measures that are to reach it
 * @returns undefined where the formula says nothing: infinite servers, utilisation >= 1
 */
export function plannedCustomers(
  { bottleneck, dispersion }: System,
  precision: number,
  stopOn: readonly string[],
): number | undefined {
  if (bottleneck === undefined || dispersion === undefined) return undefined;
  const { servers, utilisation, serviceScv } = bottleneck;
  if (!(utilisation < 1) || !Number.isFinite(serviceScv)) return undefined;
  const probabilityOfWait = pow(utilisation, Math.sqrt(2 * (servers + 1)) - 1);
  const formula =
    (2 * (dispersion + serviceScv) * square(z)) /
    (square(1 - utilisation) * square(precision) * probabilityOfWait);
  const factor = Math.max(...stopOn.map(factorOf), 0.7);
  return Math.ceil(formula * measuredOverFormula(serviceScv) * factor);
}

function factorOf(measure: string): number {
  const percentile = parseQuantileName(measure);
  if (percentile === undefined) return 1;
  return percentileFactors.find(([p]) => p >= percentile.p)?.[1] ?? 15 * (0.001 / (1 - percentile.p));
}
