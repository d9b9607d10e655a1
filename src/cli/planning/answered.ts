import { encodePlan } from '../../report/json.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say, show } from '../output.js';

/** What a search finds; undefined where it was interrupted, since half a search has no answer. */
export async function searched<Report>(
  search: (signal: AbortSignal) => Promise<Report>,
): Promise<Report | undefined> {
  const { signal, dispose } = interruptible();
  try {
    const report = await search(signal);
    return signal.aborted ? undefined : report;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    dispose();
  }
}

/** Prints an answer: as JSON, or as text for this terminal. */
export function showPlan<Report extends Parameters<typeof encodePlan>[0]>(
  report: Report,
  json: boolean,
  render: (look: { readonly colour: boolean; readonly width: number }) => string,
): void {
  if (json) print(encodePlan(report));
  else show(render({ colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }));
}

/** Tells where the files of an answer are, and what there was to say of them. */
export function sayWritten({
  files,
  warnings,
}: {
  files: readonly string[];
  warnings: readonly string[];
}): void {
  for (const line of [...warnings, ...files.map(file => `written: ${file}`)]) say(line);
}
