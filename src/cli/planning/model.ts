import { loadScenario, parseScenario, ScenarioError } from '../../scenario/load.js';
import type { FlagSetting } from '../../scenario/parse.js';
import type { Scenario } from '../../scenario/type.js';
import { Problem } from '../problem.js';
import type { ModelArguments } from './model-flags.js';

/** What to call the scenario that has no file. */
const nameless = 'command line';

/**
 * The scenario of the file with the flags over it, or that of the flags alone.
 * @param more flags of the verb, over all others
 * @throws Problem, naming the flag to blame
 */
export function scenarioOf(args: ModelArguments, more: readonly FlagSetting[] = []): Scenario {
  const flags = [...flagsOf(args), ...more];
  const set = [...flagsOf(args), ...args.set.map(given), ...more].map(({ setting }) => setting);
  try {
    if (args.scenario !== undefined) return loadScenario(args.scenario, { set });
    for (const [name, example] of [
      ['arrivals', '300/min'],
      ['service', '2s'],
    ] as const) {
      if (args[name] === undefined && !args.set.some(setting => setting.startsWith(name)))
        throw new Problem(
          `no scenario file and no --${name}; expected a file, or flags such as --arrivals 300/min --service 2s (here --${name} ${example})`,
        );
    }
    return parseScenario('{}', { file: nameless, set: ['servers=1', ...set] });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw flags.length === 0 && args.scenario !== undefined ? error : blaming(error, flags);
  }
}

const given = (setting: string): FlagSetting => ({ flag: `--set ${setting}`, setting });

/** `--servers 12`, where it was given. */
export const serversFlag = (servers: string | undefined): FlagSetting[] =>
  servers === undefined ? [] : [{ flag: `--servers ${servers}`, setting: `servers=${servers}` }];

/** What the flags say, for verbs that know `--set` alone. */
export const modelSettings = (args: ModelArguments): string[] => [
  ...flagsOf(args).map(({ setting }) => setting),
  ...args.set,
];

function flagsOf({ arrivals, service, scv, capacity, seed }: ModelArguments): FlagSetting[] {
  const flag = (name: string, path: string, value: string | undefined): FlagSetting[] =>
    value === undefined ? [] : [{ flag: `--${name} ${value}`, setting: `${path}=${value}` }];
  return [
    ...flag('arrivals', 'arrivals', arrivals),
    ...serviceFlag(service, scv),
    ...flag('capacity', 'capacity', capacity),
    ...flag('seed', 'run.seed', seed),
  ];
}

function serviceFlag(service: string | undefined, scv: string | undefined): FlagSetting[] {
  if (service === undefined)
    return scv === undefined ? [] : [{ flag: `--scv ${scv}`, setting: `service.scv=${scv}` }];
  const flag = `--service ${service}`;
  if (/^\s*p[\d.]+\s*=/.test(service)) {
    if (scv !== undefined)
      throw new Problem(`--scv ${scv}: the percentiles of --service say already how much the times vary`);
    return [{ flag, setting: `service={ ${service.replaceAll('=', ': ')} }` }];
  }
  if (scv === undefined) return [{ flag, setting: `service=${service}` }];
  return [{ flag: `${flag} --scv ${scv}`, setting: `service={ mean: ${service}, scv: ${scv} }` }];
}

/** The same mistakes in terms of the flags. */
export function blaming({ mistakes }: ScenarioError, flags: readonly FlagSetting[]): Problem {
  const texts = mistakes.map(({ setting, message, expected, suggestion }) => {
    const place =
      setting === undefined
        ? nameless
        : (flags.find(one => one.setting === setting)?.flag ?? `--set ${setting}`);
    return [
      `${place}: ${message}`,
      ...(expected === undefined ? [] : [`  expected ${expected}`]),
      ...(suggestion === undefined ? [] : [`  did you mean "${suggestion}"?`]),
    ].join('\n');
  });
  return new Problem(texts.join('\n\n'));
}
