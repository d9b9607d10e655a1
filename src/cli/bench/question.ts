import { brokers } from '../../scenario/brokers.js';
import { defaultLive, loadScenario } from '../../scenario/load.js';
import type { Scenario } from '../../scenario/type.js';
import { Problem } from '../problem.js';
import { settingFlags } from '../setting-flags.js';
import type { BenchArguments } from './arguments.js';

export function brokersOf(text: string | undefined): string[] | undefined {
  const names = text?.split(',').map(name => name.trim());
  for (const name of names ?? []) {
    if (!Object.hasOwn(brokers, name))
      throw new Problem(
        `--broker ${text}: there is no broker "${name}"; known are ${Object.keys(brokers).join(', ')}`,
      );
  }
  return names;
}

export function whole(flag: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Problem(`--${flag} ${text}: expected a whole number from ${least} to ${most}`);
}

export function scenarioOf(args: BenchArguments): { readonly scenario?: Scenario } {
  const { scenario: path, set } = args;
  if (path === undefined) {
    if (set.length > 0) throw new Problem(`--set ${set[0]}: there is no scenario to change; name its file`);
    return {};
  }
  const loaded = loadScenario(path, { set: [...set, ...settingFlags(args, 'seed')] });
  return { scenario: loaded.live === undefined ? { ...loaded, live: defaultLive } : loaded };
}

export const inFlightOf = ({ inFlight }: BenchArguments): number[] =>
  inFlight.split(',').map(text => whole('in-flight', text.trim(), [1, 10_000]));
