import { readLevels } from '../../ingest/index.js';
import { writeNamed } from '../../report/files.js';
import { encodePlan } from '../../report/json.js';
import { renderCalibration } from '../../report/plans/calibration.js';
import { runCalibrate } from '../../study/run-calibrate.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { coloured, print, say, show } from '../output.js';
import { Problem } from '../problem.js';

/** What `sojourn calibrate` was told. */
export interface CalibrateArguments {
  readonly levels: string;
  readonly line?: string;
  readonly out?: string;
  readonly json: boolean;
}

/** `sojourn calibrate` */
export async function calibrate({ levels, line, out, json }: CalibrateArguments): Promise<ExitCode> {
  if (line !== undefined && !/^[1-9]\d*$/.test(line))
    throw new Problem(`--line ${line}: expected the number of a line`);
  const report = await runCalibrate(
    readLevels(levels),
    line === undefined ? undefined : Number(line),
    commandLine(['sojourn', 'calibrate', levels, ...flags({ line })]),
  );
  if (json) print(encodePlan(report));
  else
    show(
      renderCalibration(report, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }),
    );
  if (out !== undefined) {
    await writeNamed(out, report.scenario);
    say(`${out} is written. Next: ${commandLine(['sojourn', 'run', out])}`);
  }
  return exitCode.done;
}
