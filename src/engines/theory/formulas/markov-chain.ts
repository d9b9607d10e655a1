import { matrix } from '../../../numerics/matrix.js';
import { stationary } from '../../../numerics/stationary.js';
import { NotCovered } from '../not-covered.js';

export interface Transition<State> {
  readonly to: State;
  /** Per second. */
  readonly rate: number;
}

/** Each state with its stationary probability. */
export type Stationary<State> = readonly { readonly state: State; readonly probability: number }[];

/** Elimination takes the cube of this many multiplications. */
const mostStates = 1500;

/**
 * The stationary probabilities of the Markov chain of all states that can be reached from `start`; states are
 * plain data, equal when their JSON is.
 * @throws NotCovered beyond 1,500 states.
 */
export function markovChain<State>(
  start: State,
  from: (state: State) => readonly Transition<State>[],
): Stationary<State> {
  const { states, moves } = explore(start, from, mostStates);
  const rates = matrix(states.length, states.length);
  for (const { i, j, rate } of moves) rates.data[i * states.length + j] += rate;
  const probabilities = stationary(rates);
  return states.map((state, i) => ({ state, probability: probabilities[i] }));
}

interface Move {
  readonly i: number;
  readonly j: number;
  readonly rate: number;
}

export function explore<State>(
  start: State,
  from: (state: State) => readonly Transition<State>[],
  most: number,
  keyOf: (state: State) => number | string = JSON.stringify,
): { readonly states: readonly State[]; readonly moves: readonly Move[] } {
  const index = new Map<number | string, number>([[keyOf(start), 0]]);
  const states = [start];
  const moves: Move[] = [];
  for (let i = 0; i < states.length; i++) {
    for (const { to, rate } of from(states[i])) {
      const key = keyOf(to);
      const known = index.get(key);
      if (known === undefined) {
        if (states.length === most) throw new NotCovered(`the Markov chain has more than ${most} states`);
        index.set(key, states.push(to) - 1);
      }
      moves.push({ i, j: known ?? states.length - 1, rate });
    }
  }
  return { states, moves };
}

export const mean = <State>(chain: Stationary<State>, f: (state: State) => number): number =>
  chain.reduce((sum, { state, probability }) => sum + probability * f(state), 0);

export const chance = <State>(chain: Stationary<State>, holds: (state: State) => boolean): number =>
  mean(chain, state => Number(holds(state)));
