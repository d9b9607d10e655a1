import { type Mistake, ScenarioError } from './error.js';
import { expanded } from './expand.js';
import { mistakesOf } from './mistakes.js';
import { scenarioSchema } from './schema.js';
import { changed } from './setting.js';
import { printable } from './shown.js';
import { parseSource } from './source.js';
import { withFilesBeside } from './trace-files.js';
import type { Scenario } from './type.js';

export interface ParseOptions {
  /** What to call the file in messages; the name of a scenario that has none comes from it. */
  readonly file?: string;
  /** Changes, the later over the earlier: `servers=5`, `stations.api.service.mean=30ms`. */
  readonly set?: readonly (string | FlagSetting)[];
}

/** A change that the user wrote in another way. */
export interface FlagSetting {
  readonly setting: string;
  /** What was written: `--seed 7`. */
  readonly flag: string;
}

/**
 * The scenario that a YAML or JSON text describes, in its long form.
 * @throws ScenarioError with every mistake, in the order of the lines.
 */
export function parseScenario(given: string, { file = 'scenario', set = [] }: ParseOptions = {}): Scenario {
  const text = given.replace(/^\ufeff/, '');
  const source = parseSource(text);
  if (source.value === undefined && source.mistakes.length > 0)
    throw new ScenarioError(file, source.mistakes, text);
  const { value, settings, mistakes } = changed(
    source.value,
    set.map(one => (typeof one === 'string' ? one : one.setting)),
  );
  if (value === undefined || value === null) throw new ScenarioError(file, [empty], text);

  const result = scenarioSchema.safeParse(withFilesBeside(file, value));
  const found = [...source.mistakes, ...mistakes];
  if (!result.success) found.push(...mistakesOf(result.error.issues, source, settings));
  if (!result.success || found.length > 0) {
    const blamed = distinct(found).map(mistake => ({ ...mistake, flag: flagFor(mistake, set) }));
    throw new ScenarioError(file, blamed, text);
  }
  return frozen(expanded(result.data, nameOf(file)));
}

const empty: Mistake = {
  message: 'there is no scenario in this file',
  expected: 'at least arrivals, service and servers, such as: { arrivals: 70/s, service: 20ms, servers: 2 }',
};

const flagFor = ({ setting }: Mistake, set: readonly (string | FlagSetting)[]): string | undefined =>
  set.flatMap(one => (typeof one !== 'string' && one.setting === setting ? [one.flag] : []))[0];

/** One slip in an anchored part shows wherever the part is used. */
function distinct(mistakes: readonly Mistake[]): Mistake[] {
  const seen = new Set<string>();
  return mistakes.filter(({ line, column, setting, message }) => {
    const key = JSON.stringify([line, column, setting, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The file's name without folders and ending. */
function nameOf(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? '';
  return (
    printable(base.replace(/\.(ya?ml|json)$/i, ''))
      .trim()
      .slice(0, 200) || 'scenario'
  );
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
