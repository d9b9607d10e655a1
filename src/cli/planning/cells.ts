import { loadScenario } from '../../scenario/load.js';
import type { FlagSetting } from '../../scenario/parse.js';
import { type Axis, axisOf, type Cell } from '../../study/run-sweep.js';
import { Problem } from '../problem.js';

const mostCells = 2000;

/** @throws Problem where a path varies twice */
export function axesOf(vary: readonly string[]): Axis[] {
  const axes = vary.map(axisOf);
  const repeated = axes.find(({ path }, i) => axes.findIndex(axis => axis.path === path) !== i);
  if (repeated) throw new Problem(`--vary ${repeated.path}: it varies already`);
  return axes;
}

/** All combinations, the first axis fastest. @param vary the axes as they were written */
export function cellsOf(
  path: string,
  axes: readonly Axis[],
  vary: readonly string[],
  set: readonly (string | FlagSetting)[],
): Cell[] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > mostCells) throw new Problem(`--vary: ${count} cells are more than ${mostCells}`);
  return Array.from({ length: count }, (_, cell) => {
    let rest = cell;
    const at = axes.map(({ values }) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    });
    const changes = axes.map((axis, i) => ({
      setting: `${axis.path}=${at[i]}`,
      flag: `--vary ${vary[i]}`,
    }));
    return { at, scenario: loadScenario(path, { set: [...set, ...changes] }) };
  });
}
