import { OutputError, renderJunit, renderPullRequest, writeNamed } from '../../report/index.js';
import type { Study } from '../../study/study.js';
import { type ExitCode, exitCode, worstOf } from '../exit-code.js';
import { say } from '../output.js';
import type { RunArguments } from './arguments.js';

/** Writes the files that a build server reads; one that cannot be written is said, and the other still is. */
export async function writeGate(
  studies: readonly Study[],
  { junit, markdown }: RunArguments,
): Promise<ExitCode> {
  const wanted = [
    ...(junit === undefined ? [] : [{ path: junit, render: renderJunit }]),
    ...(markdown === undefined ? [] : [{ path: markdown, render: renderPullRequest }]),
  ];
  const codes: ExitCode[] = [];
  for (const { path, render } of wanted) {
    try {
      await writeNamed(path, render(studies));
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      say(`sojourn: ${error.message}`);
      codes.push(exitCode.usage);
    }
  }
  return worstOf(codes);
}
