import type { FlagSetting } from '../scenario/parse.js';

/** Flags that stand for a setting, by their names. */
const paths = { seed: 'run.seed', precision: 'run.precision', broker: 'live.broker' } as const;

/** What the flags set, each as `--set` would write it and as it was written. */
export const settingFlags = (
  args: Partial<Record<keyof typeof paths, string | number>>,
  ...names: readonly (keyof typeof paths)[]
): FlagSetting[] =>
  names.flatMap(name => {
    const value = args[name];
    return value === undefined ? [] : [{ setting: `${paths[name]}=${value}`, flag: `--${name} ${value}` }];
  });
