import { basename } from 'node:path';
import { importLog, type Made, mappingOf, toScenario, writeTrace } from '../../ingest/index.js';
import { writeNamed } from '../../report/files.js';
import { renderInferred } from '../../report/import/inferred.js';
import { commandLine } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { print, say } from '../output.js';
import { Problem } from '../problem.js';

/** What `sojourn import` was told. */
export interface ImportArguments {
  readonly data: string;
  readonly map?: string;
  readonly servers?: string;
  readonly out?: string;
  readonly replay: boolean;
  readonly json: boolean;
}

/** `sojourn import` */
export async function importData(args: ImportArguments): Promise<ExitCode> {
  const { data, map, out, replay, json } = args;
  const servers = countOf(args.servers);
  if (replay && out === undefined)
    throw new Problem('--replay: where is the trace to be? Give --out scenario.yaml');
  const columns = map === undefined ? {} : mappingOf(map);
  const inferred = importLog(data, columns);
  const name = basename(out ?? data).replace(/\.\w+$/, '');
  const trace = replay && out !== undefined ? out.replace(/(\.ya?ml)?$/i, '.trace.csv') : undefined;
  const wanted = out !== undefined || inferred.service !== undefined;
  const made: Made | undefined = wanted
    ? toScenario(inferred, {
        name,
        ...(servers !== undefined && { servers }),
        ...(trace !== undefined && { trace: basename(trace) }),
      })
    : undefined;
  if (out !== undefined && made) {
    await writeNamed(out, made.yaml);
    if (trace !== undefined) writeTrace(data, columns, trace);
  }
  if (json)
    print(JSON.stringify({ schema: 1, inferred, choices: made?.choices, scenario: made?.yaml }, null, 2));
  else print(renderInferred(inferred, made, process.stdout.columns ?? 120));
  if (out !== undefined) say(`${out} is written. Next: ${commandLine(['sojourn', 'run', out])}`);
  return exitCode.done;
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Problem(`--servers ${text}: expected a whole number from 1 on`);
}
