import { readTracesFromFiles } from '../traces/files.js';
import { readScenarioFile } from './file.js';
import { type ParseOptions, parseScenario } from './parse.js';
import type { Scenario } from './type.js';

export { ScenarioError } from './error.js';
export { defaultLive } from './live.js';
export { type FlagSetting, parseScenario } from './parse.js';

/**
 * The scenario in a file, with changes.
 * @throws ScenarioError when the file cannot be read, or with every mistake in it.
 */
export function loadScenario(path: string, { set = [] }: Pick<ParseOptions, 'set'> = {}): Scenario {
  readTracesFromFiles();
  return parseScenario(readScenarioFile(path), { file: path, set });
}
