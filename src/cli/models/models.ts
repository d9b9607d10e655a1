import { renderCatalogue, renderEntry } from '../../report/index.js';
import { catalogue, findModels } from '../../study/models.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { coloured, print, show } from '../output.js';
import { Problem } from '../problem.js';
import type { ModelsArguments } from './arguments.js';

/** `sojourn models`: everything that theory knows, or all about one of it. */
export function models({ name, json }: ModelsArguments): ExitCode {
  const entries = name === undefined ? catalogue : named(name);
  const page = { colour: coloured(process.stdout), width: Math.min(100, process.stdout.columns ?? 100) };
  if (json) print(JSON.stringify({ schema: 1, models: entries }, null, 2));
  else if (name !== undefined && entries.length === 1) show(renderEntry(entries[0], page));
  else show(renderCatalogue(entries, page));
  return exitCode.done;
}

function named(name: string) {
  const { entries, meant } = findModels(name);
  if (entries.length > 0) return entries;
  const hint = meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`;
  throw new Problem(
    `no model is called ${JSON.stringify(name)}${hint}\n  see sojourn models for all of them`,
  );
}
