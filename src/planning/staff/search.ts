import type { Decision } from '../decide.js';
import type { StaffJudge, StaffTrial } from './trial.js';

export interface FoundStaffing extends StaffTrial {
  /** What one server fewer in that interval alone does, to the interval that does worst; absent: there is one. */
  readonly oneFewer: readonly (Decision | undefined)[];
}

/**
 * Servers with which every interval is known to meet its targets, and no interval can spare one: from a guess up wherever
 * an interval does not meet them, until all do; then down, interval by interval in the order of time, as far as all
 * still do. Undefined when an interval would need more than `most`.
 */
export async function searchStaffing(
  guess: readonly number[],
  most: number,
  judge: StaffJudge,
): Promise<FoundStaffing | undefined> {
  let trial = await judge(guess);
  while (trial.decisions.some(decision => decision !== 'met')) {
    const { servers, decisions } = trial;
    const more = servers.map((count, i) => (decisions[i] === 'met' ? count : count + 1));
    if (more.some(count => count > most)) return undefined;
    trial = await judge(more);
  }
  const oneFewer: (Decision | undefined)[] = guess.map(() => undefined);
  for (const i of guess.keys()) {
    while (trial.servers[i] > 1) {
      const fewer = await judge(trial.servers.with(i, trial.servers[i] - 1), i);
      const worst = worstOf(fewer.decisions);
      if (worst !== 'met') {
        oneFewer[i] = worst;
        break;
      }
      trial = fewer;
    }
  }
  return { ...trial, oneFewer };
}

const worstOf = (decisions: readonly Decision[]): Decision =>
  (['missed', 'open', 'close'] as const).find(one => decisions.includes(one)) ?? 'met';
