import { isMapping } from './choice.js';

/** What was written, with the file of every trace where the scenario file's folder has it. */
export function withFilesBeside(scenarioFile: string, value: unknown): unknown {
  const folder = /^.*[/\\]/.exec(scenarioFile)?.[0] ?? '';
  return folder === '' ? value : placed(value, folder);
}

function placed(value: unknown, folder: string): unknown {
  if (Array.isArray(value)) return value.map(one => placed(one, folder));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, placed(part, folder)] as const);
  const inside = Object.fromEntries(entries);
  const isTrace = value.process === 'trace' || value.distribution === 'trace';
  if (isTrace && typeof value.file === 'string' && !isAbsolute(value.file)) inside.file = folder + value.file;
  return inside;
}

const isAbsolute = (path: string): boolean => /^([/\\]|[A-Za-z]:[/\\])/.test(path);
