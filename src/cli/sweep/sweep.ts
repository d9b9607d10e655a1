import {
  encodePlan,
  OutputError,
  prepareOutput,
  renderSweep,
  sweepCsv,
  writeSweep,
} from '../../report/index.js';
import { loadScenario } from '../../scenario/load.js';
import { runSweep, type SweepReport } from '../../study/run-sweep.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode, worstOf } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say, show } from '../output.js';
import { axesOf, cellsOf } from '../planning/cells.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import { settingFlags } from '../setting-flags.js';
import type { SweepArguments } from './arguments.js';

/** `sojourn sweep`: every cell is read before the first one is worked out. */
export async function sweep(args: SweepArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  if (args.csv && args.json) throw new Problem('--csv and --json: stdout takes one of them');
  const axes = axesOf(args.vary);
  const set = [...args.set, ...settingFlags(args, 'seed', 'precision')];
  const cells = cellsOf(args.scenario, axes, args.vary, set);
  const scenario = loadScenario(args.scenario, { set });
  if (args.report) await prepareOutput(scenario.name, args.out);
  const { signal, dispose } = interruptible();
  const report = await runSweep(scenario, axes, cells, {
    workers,
    signal,
    onCell: (done, total) => {
      if (process.stderr.isTTY && done % 10 === 0) say(`${done} of ${total} cells`);
    },
    command: commandLine([
      ...['sojourn', 'sweep', args.scenario],
      ...flags({ vary: args.vary, set: args.set, seed: args.seed, precision: args.precision }),
    ]),
  }).finally(dispose);
  const codes: ExitCode[] = [signal.aborted ? exitCode.interrupted : exitCode.done];
  const whole = args.report ? await written(report, args, codes) : report;
  if (args.json) print(encodePlan(whole));
  else if (args.csv) print(sweepCsv(whole));
  else show(renderSweep(whole, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }));
  return worstOf(codes);
}

/** When the files cannot be written after all, the numbers still go to stdout. */
async function written(
  report: SweepReport,
  { out, charts }: SweepArguments,
  codes: ExitCode[],
): Promise<SweepReport> {
  try {
    const { report: whole, warnings } = await writeSweep(report, out, charts);
    for (const warning of warnings) say(warning);
    return whole;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    say(`sojourn: ${error.message}`);
    codes.push(exitCode.usage);
    return report;
  }
}
