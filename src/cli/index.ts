import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { benchCommand } from './commands/bench.js';
import { calibrateCommand } from './commands/calibrate.js';
import { checkCommand } from './commands/check.js';
import { compareCommand } from './commands/compare.js';
import { drainCommand } from './commands/drain.js';
import { healCommand } from './commands/heal.js';
import { highestLoadCommand } from './commands/highest-load.js';
import { importCommand } from './commands/import.js';
import { modelsCommand } from './commands/models.js';
import { referenceCommand } from './commands/reference.js';
import { reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import { selftestCommand } from './commands/selftest.js';
import { sizeCommand } from './commands/size.js';
import { staffCommand } from './commands/staff.js';
import { sweepCommand } from './commands/sweep.js';
import { theoryCommand } from './commands/theory.js';
import { tuneCommand } from './commands/tune.js';
import { exitCode } from './exit-code.js';
import { say, tolerateClosedPipes } from './output.js';
import { explained, Problem } from './problem.js';

/**
 * Runs one command line; the exit code is left in `process.exitCode`. Verbs load what they need only when
 * they are run, so that `--help` answers at once.
 */
export async function cli(argv: readonly string[]): Promise<void> {
  tolerateClosedPipes();
  const parser = yargs([...argv])
    .scriptName('sojourn')
    .usage(
      '$0 <verb>\n\nOne scenario file, three answers: what queueing theory predicts, what a simulation shows, what a real queue does.',
    )
    .detectLocale(false)
    .command(runCommand)
    .command(checkCommand)
    .command(sizeCommand)
    .command(staffCommand)
    .command(tuneCommand)
    .command(highestLoadCommand)
    .command(sweepCommand)
    .command(compareCommand)
    .command(drainCommand)
    .command(healCommand)
    .command(importCommand)
    .command(calibrateCommand)
    .command(theoryCommand)
    .command(benchCommand)
    .command(modelsCommand)
    .command(selftestCommand)
    .command(reportCommand)
    .command(referenceCommand)
    .example('$0 run scenarios/quickstart.yaml', 'theory, simulation and a real queue side by side')
    .example('$0 run scenarios/mmc.yaml --set servers=5', 'the same with five servers')
    .epilogue(
      'Exit codes: 0 done, 2 usage or invalid scenario, 3 a threshold failed, 4 inconclusive, 5 the live run failed its own checks, 6 broker unavailable or lost, 70 internal error or a failed self-test, 130 interrupted.',
    )
    .demandCommand(1, 'which verb? See sojourn --help')
    .strict()
    .recommendCommands()
    .version(version())
    .help()
    .alias({ help: 'h', version: 'v' })
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Problem(`${inOurWords(message)}\n  see sojourn --help`);
    });
  try {
    await parser.parseAsync();
  } catch (error) {
    const { message, code } = explained(error);
    say(`sojourn: ${message}`);
    process.exitCode = code;
  }
  process.exitCode ??= exitCode.done;
}

const inOurWords = (message: string): string =>
  message.startsWith('Not enough non-option arguments') ? 'which scenario? Name at least one file' : message;

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
