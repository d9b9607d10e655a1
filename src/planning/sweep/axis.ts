import { PlanningProblem } from '../problem.js';

/** One thing that a sweep varies: a path into the scenario and the values that it takes there. */
export interface Axis {
  readonly path: string;
  /** As a setting would write them: `50/s`. */
  readonly values: readonly string[];
  /** Their numbers, and what stands behind them; absent where they are no numbers of one unit. */
  readonly numbers?: readonly number[];
  readonly unit?: string;
}

const mostValues = 1000;
const usualSteps = 10;
/** Whole numbers this close together are all taken. */
const wholeSpan = 30;

const number = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const examples = 'such as servers=2..10, arrivals=50/s..200/s:10/s or service.scv=0,1,4';

/**
 * An axis as it is written: `servers=2..10`, `arrivals=50/s..200/s:10/s` (from, to, step), `service.scv=0,1,4`.
 * Without a step whole numbers go one by one where they are few; anything else goes in about ten steps.
 * @throws PlanningProblem when it cannot be read
 */
export function axisOf(text: string): Axis {
  const [, path, written] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
  if (path === undefined || written === undefined) throw problem(text, 'there is no path=values here');
  const range = new RegExp(`^(${number})(.*?)\\.\\.(${number})([^:]*)(?::(${number})(.*))?$`).exec(written);
  if (range) return { path, ...rangeOf(text, range) };
  const values = written.split(',').map(value => value.trim());
  if (values.some(value => value === '')) throw problem(text, 'a value is empty');
  if (values.length < 2) throw problem(text, 'this is one value only, so nothing varies');
  return { path, values, ...numbersOf(values) };
}

function rangeOf(text: string, [, from, fromUnit, to, toUnit, step, stepUnit]: RegExpExecArray) {
  const units = [fromUnit, toUnit, stepUnit].map(unit => unit?.trim()).filter(Boolean);
  const [unit = ''] = units;
  if (units.some(other => other !== unit))
    throw problem(text, `its units differ: ${[...new Set(units)].join(' and ')}`);
  const [low, high] = [Number(from), Number(to)];
  if (!(low < high)) throw problem(text, `it does not go up from ${from} to ${to}`);
  const by = step === undefined ? stepFor(low, high) : Number(step);
  if (!(by > 0)) throw problem(text, `its step of ${step} does not go up`);
  // A step may not quite divide the range in binary.
  const count = Math.floor((high - low) / by + 1e-9) + 1;
  if (count > mostValues) throw problem(text, `it has ${count} values, more than ${mostValues}`);
  const numbers = Array.from({ length: count }, (_, i) => Number((low + i * by).toPrecision(12)));
  return { values: numbers.map(value => `${value}${unit}`), numbers, unit };
}

/** Between whole numbers a whole one, so that servers stay countable. */
function stepFor(low: number, high: number): number {
  const span = high - low;
  if (!Number.isInteger(low) || !Number.isInteger(high)) return span / usualSteps;
  return span <= wholeSpan ? 1 : Math.round(span / usualSteps);
}

function numbersOf(values: readonly string[]): Pick<Axis, 'numbers' | 'unit'> {
  const parts = values.map(value => new RegExp(`^(${number})(.*)$`).exec(value));
  const unit = parts[0]?.[2].trim();
  if (!parts.every(part => part !== null && part[2].trim() === unit)) return {};
  return { numbers: parts.map(part => Number(part?.[1])), unit };
}

const problem = (text: string, why: string): PlanningProblem =>
  new PlanningProblem(`--vary ${text}: ${why}; expected a path and its values, ${examples}`);
