import type { FlagSetting } from '../../scenario/parse.js';
import { parseThreshold } from '../../scenario/threshold.js';
import type { Scenario } from '../../scenario/type.js';
import type { AskedEngine } from '../../study/run-study.js';
import { commandLine, flags } from '../command-line.js';
import { Problem } from '../problem.js';
import { settingFlags } from '../setting-flags.js';
import type { RunArguments } from './arguments.js';

const engineNames: readonly AskedEngine[] = ['theory', 'simulation', 'live'];

/** The engines asked for by `--engines`; undefined without it. */
export function askedEngines({ engines, broker }: RunArguments): readonly AskedEngine[] | undefined {
  if (engines === undefined) return undefined;
  const names = engines.split(',').map(name => name.trim());
  for (const name of names) {
    if (!(engineNames as readonly string[]).includes(name)) {
      throw new Problem(
        `--engines ${engines}: "${name}" is no engine; expected some of ${engineNames.join(', ')}, separated by commas`,
      );
    }
  }
  if (broker !== undefined && !names.includes('live')) {
    throw new Problem(`--broker ${broker} asks for a live run, but --engines ${engines} leaves it out`);
  }
  return engineNames.filter(name => names.includes(name));
}

/** What changes the scenario. */
export const settingsOf = (args: RunArguments): (string | FlagSetting)[] => [
  ...args.set,
  ...settingFlags(args, 'seed', 'precision', 'broker'),
];

/** What to type to get the same numbers again: nothing that changes no number, and no URL. */
export function canonicalCommand(path: string, args: RunArguments): string {
  const { engines, replay, threshold } = args;
  const settings = settingsOf(args).flatMap(one => ['--set', typeof one === 'string' ? one : one.setting]);
  const engineFlag = engines === undefined ? [] : ['--engines', engines];
  return commandLine(['sojourn', 'run', path, ...engineFlag, ...settings, ...flags({ threshold, replay })]);
}

/** The scenario, held to the limits of the command line besides its own. */
export function withThresholds(scenario: Scenario, texts: readonly string[]): Scenario {
  if (texts.length === 0) return scenario;
  const asked = texts.map(text => parseThreshold(text, `--threshold '${text}'`));
  return { ...scenario, thresholds: [...(scenario.thresholds ?? []), ...asked] };
}

export function checkedWorkers(workers: number): number {
  if (Number.isInteger(workers) && workers >= 1 && workers <= 16) return workers;
  throw new Problem(`--workers ${workers}: expected a whole number from 1 to 16`);
}
