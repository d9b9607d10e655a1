import { encodeStudy, OutputError, prepareOutput, renderTerminal, writeReport } from '../../report/index.js';
import { defaultLive, loadScenario } from '../../scenario/load.js';
import type { Scenario } from '../../scenario/type.js';
import { runStudy, type StudyRun } from '../../study/run-study.js';
import type { Study } from '../../study/study.js';
import { type ExitCode, exitCode, worstOf } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, redact, say, show } from '../output.js';
import { Problem } from '../problem.js';
import { redisUrlOf } from '../redis-url.js';
import type { RunArguments } from './arguments.js';
import { writeGate } from './gate.js';
import { metricsServerOf } from './metrics-server.js';
import { outcomeCode } from './outcome-code.js';
import { runProgress } from './progress.js';
import { checkRecord } from './record.js';
import { replayOf } from './replay.js';
import { askedEngines, canonicalCommand, checkedWorkers, settingsOf, withThresholds } from './settings.js';

/** `sojourn run`: every scenario is read before the first one runs. */
export async function run(args: RunArguments): Promise<ExitCode> {
  const engines = askedEngines(args);
  const workers = checkedWorkers(args.workers);
  const scenarios = args.scenario.map(path => {
    const scenario = withThresholds(loadScenario(path, { set: settingsOf(args) }), args.threshold);
    const wanted = (engines?.includes('live') || args.replay !== undefined) && scenario.live === undefined;
    return { path, scenario: wanted ? { ...scenario, live: defaultLive } : scenario };
  });
  if (args.quiet && args.verbose) throw new Problem('--quiet and --verbose: give one of them');
  const replay = replayOf(args, scenarios.length);
  const asked = scenarios.map(({ scenario }) => engines ?? enginesOf(scenario));
  checkRecord(args, asked);
  if (args.report) for (const { scenario } of scenarios) await prepareOutput(scenario.name, args.out);
  const redis = asked.flat().includes('live') ? redisUrlOf(args) : {};
  let metrics = () => '';
  const server = await metricsServerOf(args, () => metrics());
  const { signal, dispose } = interruptible();
  const codes: ExitCode[] = [];
  const studies: Study[] = [];
  try {
    for (const [i, { path, scenario }] of scenarios.entries()) {
      if (signal.aborted) break;
      const progress = await runProgress(scenario, args.quiet);
      metrics = progress.metrics;
      const studyRun = await runStudy(scenario, {
        engines: asked[i],
        workers,
        ...redis,
        ...replay,
        command: redact(canonicalCommand(path, args)),
        signal,
        progress,
      }).finally(progress.stop);
      codes.push(outcomeCode(studyRun, signal.aborted));
      const study = args.report ? await reported(studyRun, args, codes) : studyRun.study;
      studies.push(study);
      if (!args.json)
        show(
          renderTerminal(study, {
            colour: coloured(process.stdout),
            width: process.stdout.columns ?? 120,
            detail: args.quiet ? 'quiet' : args.verbose ? 'verbose' : 'usual',
          }),
        );
    }
  } finally {
    dispose();
    server?.close();
  }
  codes.push(await writeGate(studies, args));
  if (args.json)
    print(studies.length === 1 ? encodeStudy(studies[0]) : `[${studies.map(encodeStudy).join(',\n')}]`);
  return worstOf([...codes, signal.aborted ? exitCode.interrupted : exitCode.done]);
}

const enginesOf = ({ live }: Scenario) =>
  live === undefined ? (['theory', 'simulation'] as const) : (['theory', 'simulation', 'live'] as const);

/** The study with its files; when they cannot be written after all, the numbers still go to stdout. */
async function reported(
  { study, messages, intervalLog }: StudyRun,
  args: RunArguments,
  codes: ExitCode[],
): Promise<Study> {
  const besides = [
    ...(args.messages && messages ? [{ path: 'messages.ndjson', content: messages() }] : []),
    ...(args.hlog && intervalLog ? [{ path: 'times.hlog', content: intervalLog() }] : []),
  ];
  try {
    const { study: withFiles, warnings } = await writeReport(study, { out: args.out, besides });
    for (const warning of warnings) say(warning);
    return withFiles;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    say(`sojourn: ${error.message}`);
    codes.push(exitCode.usage);
    return study;
  }
}
