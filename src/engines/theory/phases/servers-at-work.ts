import { type Matrix, matrix } from '../../../numerics/matrix.js';
import type { PhaseType } from './phase-type.js';

/** What n busy servers do: states count the servers in each phase. Rates per second. */
export interface ServersAtWork {
  readonly states: readonly (readonly number[])[];
  /** Changes of phase; the diagonal holds minus the rate of leaving the state. */
  readonly within: Matrix;
  /** A service ends and one server fewer is busy. */
  readonly release: Matrix;
  /** A service ends and the server starts on another customer. */
  readonly replace: Matrix;
  /** One server more starts: probabilities; of no states where none can. */
  readonly start: Matrix;
}

export function serversAtWork(service: PhaseType, busy: number, servers: number): ServersAtWork {
  const phases = service.initial.length;
  const [fewer, states, more] = [busy - 1, busy, busy + 1].map(n =>
    n < 0 || n > servers ? [] : compositions(n, phases),
  );
  const [fewerIndex, index, moreIndex] = [fewer, states, more].map(
    list => new Map(list.map((state, i) => [state.join(), i])),
  );
  const within = matrix(states.length, states.length);
  const replace = matrix(states.length, states.length);
  const release = matrix(states.length, Math.max(fewer.length, 1));
  const start = matrix(states.length, more.length);
  states.forEach((state, i) => {
    for (let phase = 0; phase < phases; phase++) {
      if (more.length > 0) {
        start.data[i * more.length + at(moreIndex, moved(state, undefined, phase))] += service.initial[phase];
      }
      if (state[phase] === 0) continue;
      for (let to = 0; to < phases; to++) {
        const rate = state[phase] * service.within.data[phase * phases + to];
        within.data[i * states.length + at(index, moved(state, phase, to))] += rate;
        replace.data[i * states.length + at(index, moved(state, phase, to))] +=
          state[phase] * service.exit[phase] * service.initial[to];
      }
      release.data[i * fewer.length + at(fewerIndex, moved(state, phase, undefined))] +=
        state[phase] * service.exit[phase];
    }
  });
  return { states, within, release, replace, start };
}

/** C(n + phases - 1, phases - 1): how many states n busy servers have. */
export function stateCount(busy: number, phases: number): number {
  let count = 1;
  for (let i = 1; i < phases; i++) count = (count * (busy + i)) / i;
  return count;
}

function compositions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  const lists: number[][] = [];
  for (let first = total; first >= 0; first--) {
    for (const rest of compositions(total - first, parts - 1)) lists.push([first, ...rest]);
  }
  return lists;
}

const moved = (state: readonly number[], from: number | undefined, to: number | undefined): string =>
  state.map((count, phase) => count - Number(phase === from) + Number(phase === to)).join();

function at(index: ReadonlyMap<string, number>, state: string): number {
  const i = index.get(state);
  if (i === undefined) throw new RangeError(`no state ${state}`);
  return i;
}
