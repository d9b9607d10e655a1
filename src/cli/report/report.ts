import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  allFormats,
  findRuns,
  type ReportFormat,
  readStudy,
  writeOverview,
  writeReport,
} from '../../report/index.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { print, say } from '../output.js';
import { Problem } from '../problem.js';
import type { ReportArguments } from './arguments.js';

/** `sojourn report`: prints the paths of what it wrote. */
export async function report(args: ReportArguments): Promise<ExitCode> {
  const formats = formatsOf(args.formats);
  if (statSync(args.study, { throwIfNoEntry: false })?.isDirectory()) {
    if (formats) throw new Problem(`--formats ${args.formats}: the page over a folder of runs is HTML only`);
    return overview(args.study, args.out ?? args.study);
  }
  const study = readStudy(args.study);
  const { files, warnings } = await writeReport(study, {
    folder: args.out ?? dirname(args.study),
    ...(formats && { formats }),
    density: args.density,
  });
  for (const warning of warnings) say(warning);
  print(files.join('\n'));
  return exitCode.done;
}

/** A study that cannot be read leaves the others in place, and the exit code says so. */
async function overview(results: string, out: string): Promise<ExitCode> {
  const { runs, unreadable } = findRuns(results, out);
  for (const problem of unreadable) say(`sojourn: ${problem}`);
  if (runs.length === 0) {
    throw new Problem(
      `${results}: no run lies in this folder; expected folders with a study.json, as "sojourn run" writes them, or the path of one study.json`,
    );
  }
  print(await writeOverview(out, runs));
  return unreadable.length > 0 ? exitCode.usage : exitCode.done;
}

/** `md` is short for markdown; undefined without the flag. */
function formatsOf(given: string | undefined): readonly ReportFormat[] | undefined {
  if (given === undefined) return undefined;
  const names = given.split(',').map(name => (name.trim() === 'md' ? 'markdown' : name.trim()));
  const unknown = names.find(name => !(allFormats as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new Problem(
      `--formats ${given}: "${unknown}" is no format; expected some of ${allFormats.join(', ')}, separated by commas`,
    );
  }
  return allFormats.filter(format => names.includes(format));
}
