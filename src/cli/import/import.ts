import { basename } from 'node:path';
import { type Imported, importData, type Made, toScenario, writeTrace } from '../../ingest/index.js';
import { writeNamed } from '../../report/files.js';
import { renderInferred } from '../../report/import/inferred.js';
import { encodePlan } from '../../report/json.js';
import { commandLine } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { print, say, show } from '../output.js';
import { Problem } from '../problem.js';
import type { ImportArguments } from './arguments.js';
import { givenBy, readOptions } from './read-options.js';

/** `sojourn import` */
export async function importFile(args: ImportArguments): Promise<ExitCode> {
  const { out, replay, json } = args;
  const given = givenBy(args);
  if (replay && out === undefined)
    throw new Problem('--replay: where is the trace to be? Give --out scenario.yaml');
  const { inferred, rows } = dataOf(args);
  if (replay && rows === undefined)
    throw new Problem(
      `--replay: ${inferred.file} is ${inferred.format}, which has no single customers to play again; leave it away`,
    );
  const trace = replay && out !== undefined ? out.replace(/(\.ya?ml)?$/i, '.trace.csv') : undefined;
  const enough =
    (inferred.arrivals ?? given.arrivals) &&
    (inferred.service ?? inferred.buckets ?? inferred.meanService ?? given.service);
  const made: Made | undefined =
    out !== undefined || enough
      ? toScenario(inferred, {
          ...given,
          name: basename(out ?? inferred.file).replace(/\.\w+$/, ''),
          ...(trace !== undefined && { trace: basename(trace) }),
        })
      : undefined;
  if (out !== undefined && made) {
    await writeNamed(out, made.yaml);
    if (trace !== undefined && rows) writeTrace(rows, trace);
  }
  if (json) print(encodePlan({ schema: 1, inferred, choices: made?.choices, scenario: made?.yaml }));
  else show(renderInferred(inferred, made, given.servers, process.stdout.columns ?? 120));
  if (out !== undefined) say(`${out} is written. Next: ${commandLine(['sojourn', 'run', out])}`);
  return exitCode.done;
}

function dataOf(args: ImportArguments): Imported {
  const { data, arrivals, service, format } = args;
  if (data !== undefined) return importData(data, readOptions(args), format);
  if (arrivals === undefined || service === undefined)
    throw new Problem(
      'which data? Name a file, or say all by flags: --arrivals 120/s --service p50=8ms,p99=85ms',
    );
  const nothing = { rows: 0, badCount: 0, bad: [], notes: [] };
  return { inferred: { ...nothing, file: 'command line', format: 'flags', from: 'the flags' } };
}
